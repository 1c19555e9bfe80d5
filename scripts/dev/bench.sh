# ./dev bench [--json FILE]: bytes, C++ frames, start, memory, idleness and Lighthouse, beside the targets, the page with script
# off and jsimgui. LACIT_BENCH_QUICK=1 takes a minute in place of fifteen and proves less.
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
  setup_tests
  export LACIT_BIN=$build/bin/lacit
  node tests/bench/bench.mjs "$build/site" "$json"
}
