#!/usr/bin/env bash
# One file of browser or server tests: test_file.sh LOG FILE. A file that fails is run once more: on a machine that is short of
# time a browser can be late for any test. What fails twice has failed; what failed once is named (LOG.first, node_suite).
set -uo pipefail

# --test-force-exit: a test that fails before it ends its server is told at once, and not when its time is up.
run_file() {
  local start=$SECONDS ok=0
  node --test --test-force-exit --test-timeout=600000 --test-reporter=tap "$2" >"$1" 2>&1 || ok=1
  printf '%s s  %s\n' $((SECONDS - start)) "$2" >"$1.time"
  return $ok
}

mkdir -p "$(dirname "$1")"
rm -f "$1.first"
run_file "$1" "$2" && exit 0
mv "$1" "$1.first"
run_file "$1" "$2"
