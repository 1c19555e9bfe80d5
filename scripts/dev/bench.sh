# ./dev bench [--json FILE]: bytes, C++ frames, start, memory, idleness and Lighthouse, beside the targets, the page with script
# off and jsimgui; then the server beside bare SQLite and nginx. LACIT_BENCH_QUICK=1 takes two minutes in place of twenty and
# proves less; LACIT_BENCH_ONLY=page, gallery or server measures one of them.
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
  case ${LACIT_BENCH_ONLY:-} in
    '' | page | gallery | server) ;;
    *) fail "LACIT_BENCH_ONLY is '$LACIT_BENCH_ONLY'" "it may be page, gallery or server" ;;
  esac
  dev_build
  setup_tests
  install_packages "${bench_packages[@]}"
  export LACIT_BIN=$build/bin/lacit
  node tests/bench/bench.mjs "$build/site" "$json"
}
