# What the toolchain is made of, to the byte, is written down in scripts/dev/toolchain.lock: a line `NAME VERSION SHA256`
# for each Debian package of the root, each source archive and Node.
# shellcheck shell=bash

lock=$LACIT_ROOT/scripts/dev/toolchain.lock

# hook_contents ROOT: while the root's package lists are still there, as mmdebstrap's last hook.
# shellcheck disable=SC2016  # what stands in single quotes is for others
hook_contents='{
  chroot "$1" sh -c "apt-cache show \$(dpkg-query -W -f \"\\\${Package}=\\\${Version} \")" |
    awk "/^Package:/ { name = \$2 } /^Version:/ { version = \$2 } /^SHA256:/ { print name, version, \$2 }"
  cd "$1/sources" && sha256sum *.orig.tar.* | sed -E "s/^([0-9a-f]+)  (.*)_(.*)\.orig\.tar.*/source:\2 \3 \1/"
} | LC_ALL=C sort -u >"$1/contents"'

# compare_pins CONTENTS: `moved NAME OLD NEW` for another version (- for none), `forged NAME VERSION` where the version is
# the same and the bytes are others.
compare_pins() {
  awk 'NR == FNR { if ($1 !~ /^(#|npm:)/) { version[$1] = $2; hash[$1] = $3 } next }
    { seen[$1] = 1 }
    !($1 in version) { print "moved", $1, "-", $2; next }
    version[$1] != $2 { print "moved", $1, version[$1], $2; next }
    hash[$1] != $3 { print "forged", $1, $2 }
    END { for (name in version) if (!(name in seen)) print "moved", name, version[name], "-" }' \
    "$lock" "$1" | LC_ALL=C sort
}

# Debian's next release keeps one version of each package, the newest: an older one cannot be fetched again by its name.
# So other versions are told, and taken; the same version with other bytes is not.
check_pins() {
  local contents=$1 moved forged list=$logs/pins.log
  if [ "$(dpkg --print-architecture)" != "$(awk '/^# architecture/ { print $3 }' "$lock")" ]; then
    say "  the toolchain is pinned for another kind of processor: here it is what the mirror has"
    return 0
  fi
  compare_pins "$contents" >"$list"
  forged=$(awk '$1 == "forged" { print $2 }' "$list" | paste -sd ' ')
  moved=$(grep -c '^moved' "$list" || true)
  [ -z "$forged" ] || fail "same versions, but other bytes than scripts/dev/toolchain.lock says: $forged" \
    "find out who changed them before anything is built with them; remove $toolchain to fetch anew"
  [ "$moved" = 0 ] && return 0
  say "  the mirror has moved on: $moved of the toolchain's packages are not those of scripts/dev/toolchain.lock ($list):"
  first_lines 5 <"$list" | sed 's/^/    /' >&2
  [ "${LACIT_PINNED:-0}" = 0 ] || fail "LACIT_PINNED asks for the pinned toolchain, and this is another" \
    "use a machine that has it in its cache, or move the pin: ./dev setup --move-pin"
  say "  Going on with what it has. To move the pin: ./dev setup --move-pin, ./dev test, and commit toolchain.lock"
}

# Fetches what there is now, and writes it down for this kind of processor.
move_pin() {
  fetch_toolchain
  {
    echo "# architecture $(dpkg --print-architecture)"
    echo '# Written by ./dev setup --move-pin: NAME VERSION SHA256, see scripts/dev/pins.sh'
    grep '^npm:' "$lock" || true
    cat "$root/contents"
  } >"$lock.new"
  mv "$lock.new" "$lock"
  local fetched=$toolchain
  name_toolchain
  [ "$fetched" = "$toolchain" ] || { rm -rf "$toolchain" && mv "$fetched" "$toolchain"; }
  say "  scripts/dev/toolchain.lock says what there is now: run ./dev test, look at git diff, and commit it"
}
