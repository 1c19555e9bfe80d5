# ./dev bench [--json FILE]: the bytes that the home page asks for, as brotli sends them, by part. A budget needs a number.
# shellcheck shell=bash
source scripts/dev/build.sh

dev_bench() {
  local json=''
  case ${1:-} in
    '') ;;
    --json)
      json=${2:-}
      [ -n "$json" ] || fail "--json needs a file's name" "./dev bench --json build/bench.json"
      ;;
    *) fail "bench knows no '$1'" "./dev bench [--json FILE]" ;;
  esac
  dev_build
  node scripts/dev/bench.mjs "$build/site" "$json"
}
