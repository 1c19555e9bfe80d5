# The Emscripten toolchain: a small Debian root of its own in the cache, entered with bubblewrap,
# or an emcc of version 4 or newer that is on PATH already.
# shellcheck shell=bash
source scripts/dev/pins.sh

own_emcc() {
  local version
  command -v emcc >/dev/null || return 1
  version=$(emcc -dumpversion 2>/dev/null | cut -d. -f1)
  [ "${version:-0}" -ge 4 ]
}

# shellcheck disable=SC2016  # $1 is for the hooks' own shell
make_root() {
  local -a options=(--variant=apt
    '--include=emscripten,cmake,ninja-build,ccache,nlohmann-json3-dev,doctest-dev'
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*'
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright'
    --customize-hook='sed -n "s/^deb /deb-src /p" "$1/etc/apt/sources.list" >"$1/etc/apt/sources.list.d/sources.list"'
    --customize-hook='chroot "$1" apt-get update'
    --customize-hook='mkdir -p "$1/sources" && chroot "$1" sh -c "cd /sources && apt-get source --download-only --tar-only imgui md4c utf8proc"'
    --customize-hook="$hook_contents")
  rm -rf "$root" "$root.tar"
  if [ "$(id -u)" -eq 0 ]; then
    mmdebstrap "${options[@]}" "$@" forky "$root"
  else
    mmdebstrap --mode=unshare "${options[@]}" "$@" forky "$root.tar"
    mkdir -p "$root" && tar -xf "$root.tar" -C "$root" --exclude='./dev/*' && rm "$root.tar"
  fi
}

# Signed release files expire where a mirror stands still; only then their date is not asked for. Signatures always are.
make_root_anyway() {
  make_root && return 0
  grep -q 'is expired' "$logs/toolchain.log" || return 1
  make_root --aptopt='Acquire::Check-Valid-Until "false"'
}

unpack_sources() {
  rm -rf "$sources" && mkdir -p "$sources"
  local archive
  for archive in "$root"/sources/*.orig.tar.*; do
    tar -xf "$archive" -C "$sources"
  done
  local library
  for library in imgui md4c utf8proc; do
    ln -sfn "$(basename "$(ls -d "$sources/"*"$library"-*/)")" "$sources/$library"
  done
}

# What the root is made of names it: another recipe or another pin, another root.
name_toolchain() {
  toolchain=$cache/toolchain-$({ declare -f make_root && cat <<<"$hook_contents" && grep -v "^npm:" "$lock"; } | sha256sum | cut -c1-16)
  sources=$toolchain/sources
  root=$toolchain/root
}
name_toolchain

fetch_toolchain() {
  rm -f "$toolchain/ready" && mkdir -p "$toolchain"
  step "Emscripten toolchain (0.9 GB, about a minute)" toolchain make_root_anyway
  step "Sources of Dear ImGui, md4c and utf8proc" sources unpack_sources
  touch "$toolchain/ready"
}

own_toolchain() {
  own_emcc && [ -f "${IMGUI_DIR:-}/imgui.h" ] && [ -f "${MD4C_DIR:-}/src/md4c.h" ] && [ -f "${UTF8PROC_DIR:-}/utf8proc.h" ]
}

# Fetching waits for the network and the disk: Node and its packages come meanwhile.
fetching=
begin_toolchain() {
  own_toolchain || [ -f "$toolchain/ready" ] && return 0
  { fetch_toolchain; } >"$logs/fetch.log" 2>&1 &
  fetching=$!
}

fetched() {
  tail --pid="$fetching" -f /dev/null
  [ -f "$toolchain/ready" ] || { cat "$logs/fetch.log" && return 1; }
}

setup_toolchain() {
  own_toolchain && return 0
  [ -z "$fetching" ] || step "Emscripten toolchain (0.9 GB, about a minute)" fetched fetched
  [ -f "$toolchain/ready" ] || fetch_toolchain
  check_pins "$root/contents"
  export IMGUI_DIR=$sources/imgui MD4C_DIR=$sources/md4c UTF8PROC_DIR=$sources/utf8proc
}

# in_toolchain COMMAND…: runs it where emcc is. Same paths inside and outside.
in_toolchain() {
  if own_emcc; then
    "$@"
    return
  fi
  mkdir -p "$cache/emscripten" "$CCACHE_DIR"
  local mount=--bind
  [ "$(id -u)" -eq 0 ] || mount=--ro-bind
  bwrap "$mount" "$root" / --dev /dev --proc /proc --tmpfs /tmp --bind "$LACIT_ROOT" "$LACIT_ROOT" \
    --bind "$cache" "$cache" --chdir "$LACIT_ROOT" --die-with-parent \
    --setenv HOME "$cache" --setenv EM_CACHE "$cache/emscripten" --setenv CCACHE_DIR "$CCACHE_DIR" --setenv CCACHE_BASEDIR "$CCACHE_BASEDIR" --setenv CCACHE_NOHASHDIR 1 \
    --setenv PATH /usr/bin:/bin:/usr/sbin:/sbin "$@"
}
