# Paths, progress and messages that every verb uses.
# shellcheck shell=bash

cache=${XDG_CACHE_HOME:-$HOME/.cache}/lacit
build=$LACIT_ROOT/build
logs=$build/logs
jobs=$(nproc)
# Clones share the cache: paths count from the checkout.
export CCACHE_DIR=$cache/ccache CCACHE_BASEDIR=$LACIT_ROOT CCACHE_NOHASHDIR=1
mkdir -p "$cache" "$logs"

say() { printf '%s\n' "$*" >&2; }

# fail WHAT REMEDY: one clear line, then out.
fail() {
  say "dev: $1; $2"
  exit 1
}

# How far a log says that its work has come: ninja's `[12/147]`, or nothing.
progress_of() { tail -c 4000 "$1" | grep -ao '\[[0-9]*/[0-9]*\]' | tail -n 1 || true; }

# Where nobody watches a terminal: a line every so many seconds.
say_every=30

# step LABEL LOGNAME COMMAND…: shows the label with the seconds passed; on failure the log's end and where it lies.
step() {
  local label=$1 log=$logs/$2.log start=$SECONDS said=$SECONDS pid
  shift 2
  "$@" >"$log" 2>&1 &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    if [ -t 2 ]; then
      printf '\r  %s … %ss %s ' "$label" $((SECONDS - start)) "$(progress_of "$log")" >&2
    elif [ $((SECONDS - said)) -ge $say_every ]; then
      said=$SECONDS
      say "  $label: $((SECONDS - start)) s so far $(progress_of "$log")"
    fi
    sleep 0.2
  done
  if wait "$pid"; then
    [ -t 2 ] && printf '\r' >&2
    say "  $label: $((SECONDS - start)) s"
    return 0
  fi
  [ -t 2 ] && printf '\n' >&2
  say "  $label: failed after $((SECONDS - start)) s. The end of $log:"
  tail -n 40 "$log" | sed 's/^/    /' >&2
  return 1
}

# first_lines N: of what comes in. Unlike head it reads to the end: a writer whose reader has gone dies by SIGPIPE, and
# under pipefail the whole script with it, or not, as the moment has it.
first_lines() { awk -v most="$1" 'NR <= most'; }

# A key for caches: changes when any of the given files or words do.
key_of() { cat "$@" 2>/dev/null | sha256sum | cut -c1-16; }
