# ./dev test [SUITE …]: runs the suites and ends with one line, `N passed, N failed`, over all of them.
# shellcheck shell=bash
source scripts/dev/build.sh
source scripts/dev/check.sh

# Those that need neither the program nor the site.
own_suites=(structure unit wasm modules fuzz)
all_suites=(check structure unit wasm content modules budget html pictures server browser engines orca fuzz)
passed=0
failed=0
failures=()
unsteady=0

# tally SUITE OK PASSED FAILED: adds to the sums; a suite that could not run at all counts as one failure.
tally() {
  passed=$((passed + $3))
  failed=$((failed + $4))
  if [ "$2" = 0 ] && [ "$4" = 0 ]; then
    say "  $1: $3 passed"
    return 0
  fi
  [ "$4" = 0 ] && failed=$((failed + 1))
  failures+=("$1")
  say "  $1: FAILED ($3 passed, $4 failed); from build/logs/$1.log:"
  complaints_of "$logs/$1.log" | sed 's/^/    /' >&2
}

# What node's TAP says of each test that failed, or any other log's end.
complaints_of() {
  if grep -qa '^ *not ok' "$1"; then
    grep -a -A 24 '^ *not ok' "$1" | grep -av 'duration_ms\|^ *type:' | first_lines 150
  else
    tail -n 60 "$1"
  fi
}

# Each test of node's that failed, with what it says first: again at the end, where it is seen.
name_failed() {
  local suite
  for suite in "${failures[@]}"; do
    say "  Failed in $suite (build/logs/$suite.log):"
    awk '/^ *not ok/ { sub(/^ *not ok [0-9]* - /, ""); title = $0; said = 0 }
      title && / error: / && !/subtests? failed/ { sub(/^ *error: /, ""); said = 1 }
      title && said && !/^\|-$/ { sub(/^ */, ""); print "    " title ": " $0; title = "" }' "$logs/$suite.log" >&2
  done
}

# doctest's last lines, one a program: `[doctest] test cases: 12 | 12 passed | 0 failed | 0 skipped`
# A program that died has no such line: no reason for this script to die too, before its closing line.
sum_of_cases() { { grep -a 'test cases:' "$logs/$1.log" | grep -oP "\d+(?= $2)" || true; } | awk '{ sum += $1 } END { print sum + 0 }'; }

tally_doctest() { tally "$1" "$2" "$(sum_of_cases "$1" passed)" "$(sum_of_cases "$1" failed)"; }

# The sum of node --test's summaries, one a file: `# pass 12`, `# fail 0`
count_of() { { grep -oP "^# $2 \\K\\d+" "$logs/$1.log" || true; } | awk '{ sum += $1 } END { print sum + 0 }'; }

tally_node() { tally "$1" "$2" "$(count_of "$1" pass)" "$(count_of "$1" fail)"; }

suite_check() {
  local before=$complaints
  cheap_checks
  echo 'what complained has said so above' >"$logs/check.log"
  tally check 0 $((checks - complaints)) $((complaints - before))
}

# What each of the programs runs that do the unit tests at once; those of the service mostly wait.
# Paths begin where the checkout's own end, which may have any name.
unit='*/tests/unit'
unit_parts=("-sf=$unit/service/store/traces*" "-sf=$unit/service/store/* -sfe=$unit/service/store/traces*"
  "-sf=$unit/service/* -sfe=$unit/service/store/*" "-sf=$unit/site/*" "-sfe=$unit/service/*,$unit/site/*")

# run_unit PROGRAM: fails, too, where the parts are not all of the cases, each once.
run_unit() {
  local ok=0 part all filters running=()
  for part in "${!unit_parts[@]}"; do
    read -ra filters <<<"${unit_parts[part]}"
    "$1" "${filters[@]}" >"$logs/unit.$part.log" 2>&1 &
    running+=($!)
  done
  for part in "${!unit_parts[@]}"; do
    wait "${running[part]}" || ok=1
    cat "$logs/unit.$part.log"
  done >"$logs/unit.log"
  all=$("$1" --count | grep -oP 'filters: \K\d+')
  [ $(($(sum_of_cases unit passed) + $(sum_of_cases unit failed))) = "$all" ] || ok=1
  return $ok
}

suite_unit() {
  configure native
  local ok=0
  step "unit tests: build (sanitizers)" native cmake --build "$build/native" --target lacit_unit -j "$jobs" || ok=1
  [ $ok = 0 ] && { run_unit "$build/native/tests/lacit_unit" || ok=1; }
  [ -f "$logs/unit.log" ] || cp "$logs/native.log" "$logs/unit.log"
  tally_doctest unit $ok
}

suite_wasm() {
  local ok=0
  configure_wasm web-test || ok=1
  step "unit tests as wasm: build" web-test in_toolchain cmake --build "$build/web-test" --target lacit_unit -j "$jobs" || ok=1
  [ $ok = 0 ] && { node "$build/web-test/tests/lacit_unit.js" >"$logs/wasm.log" 2>&1 || ok=1; }
  [ -f "$logs/wasm.log" ] || cp "$logs/web-test.log" "$logs/wasm.log"
  tally_doctest wasm $ok
}

suite_content() {
  local ok=0
  "$build/bin/lacit" check content --cache "$cache/compressed" >"$logs/content.log" 2>&1 || ok=1
  tally content $ok $((1 - ok)) $ok
}

# What passed only when it was run again: counted, and said, so that somebody looks into it.
name_unsteady() {
  local first
  for first in $(find "$1" -name '*.log.first' | sort); do
    grep -q '^not ok' "${first%.first}" && continue # twice: it has failed
    unsteady=$((unsteady + 1))
    say "  $(basename "$first" .log.first): unsteady, it passed only when it was run again ($first)"
    { complaints_of "$first" | first_lines 30 | sed 's/^/    /'; } >&2 || true
  done
}

# Of a folder and those in it, without folder and ending: page/menu.
tests_in() { (cd "tests/$1" && find . -name '*.test.mjs' -printf '%P\n' | sed 's/\.test\.mjs$//' | sort); }

# by_length SUITE: names of its test files, those that took longest last time first, so that none of them is left for the
# end, where nothing runs beside it. Unknown ones come before all.
by_length() {
  local name
  while read -r name; do
    echo "$(cut -d' ' -f1 "$cache/times/$1/$name" 2>/dev/null || echo 9999) $name"
  done | sort -k1,1rn -k2 | cut -d' ' -f2-
}

# keep_times SUITE FOLDER: for the next run, in whichever clone.
keep_times() {
  local time name
  find "$2" -name '*.log.time' | while read -r time; do
    name=${time#"$2"/}
    name=$cache/times/$1/${name%.log.time}
    mkdir -p "$(dirname "$name")" && cp "$time" "$name"
  done
}

# node_suite NAME FOLDER: two of the folder's test files at a time, since each drives a browser on two cores.
node_suite() {
  local ok=0 at_once=2 own=$logs/$1.files
  [ "$1" = orca ] && at_once=1 # one keyboard at a time
  if [ -z "$(tests_in "$2")" ]; then
    echo "there is no test in tests/$2" >"$logs/$1.log"
    tally "$1" 1 0 0
    return 0
  fi
  say "  $1: running (build/logs/$1.log)"
  rm -rf "$own" && mkdir -p "$own"
  tests_in "$2" | by_length "$1" | xargs -P "$at_once" -I{} scripts/dev/test_file.sh "$own/{}.log" "tests/$2/{}.test.mjs" || ok=1
  find "$own" -name '*.log' | sort | xargs cat >"$logs/$1.log"
  keep_times "$1" "$own"
  name_unsteady "$own"
  tally_node "$1" $ok
}

suite_modules() { node_suite modules modules; }
suite_structure() { node_suite structure structure; }
suite_html() { node_suite html html; }
suite_budget() { node_suite budget budget; }
suite_pictures() { node_suite pictures pictures; }
suite_server() { node_suite server server; }
suite_browser() { node_suite browser browser; }
suite_engines() { node_suite engines engines; }
suite_orca() { node_suite orca screen_reader; }

fuzzers() { basename -s .cpp tests/fuzz/*.cpp; }

# Builds the fuzzers and lets each run for its time; stops at the first finding.
# shellcheck disable=SC2046  # names of programs, one word each
run_fuzzers() {
  local target seconds=${LACIT_FUZZ_SECONDS:-60}
  configure fuzz
  step "fuzzers: build" fuzz-build cmake --build "$build/fuzz" -j "$jobs" --target $(fuzzers) || return 1
  for target in $(fuzzers); do
    mkdir -p "$build/corpus/$target"
    local words=()
    [ -f "tests/fuzz/$target.dict" ] && words=("-dict=tests/fuzz/$target.dict")
    step "fuzz $target ($seconds s)" "fuzz-$target" "$build/fuzz/tests/$target" -max_total_time="$seconds" -rss_limit_mb=2048 \
      -artifact_prefix="$build/logs/" "${words[@]}" "$build/corpus/$target" || return 1
  done
}

# The browser tests wait more than they compute: fuzzers take what is left of the machine meanwhile, and no more. With a
# low priority alone (nice) a browser's thread that wakes would still wait until a compiler's turn ends.
fuzzing=
start_fuzzing() {
  [ -z "$fuzzing" ] || return 0
  {
    chrt --idle --pid 0 "$BASHPID"
    run_fuzzers
  } >"$logs/fuzz.log" 2>&1 &
  fuzzing=$!
}

suite_fuzz() {
  local ok=0
  start_fuzzing
  say "  fuzz: building and running (build/logs/fuzz.log)"
  wait "$fuzzing" || ok=1
  tally fuzz $ok $((1 - ok)) $ok
}

# The files that took longest, by their own clocks: what to look at first where the tests become slow.
name_slowest() {
  local times
  times=$(find "$logs" -name '*.time' -newer "$logs/tests.begin" -exec cat {} + | sort -rn | first_lines 10)
  [ -z "$times" ] || say "  The slowest files:"$'\n'"$times"
}

# run_suite NAME: with its time.
run_suite() {
  local start=$SECONDS
  [ "$1" = fuzz ] || rm -f "$logs/$1.log"
  "suite_$1"
  say "  $1: $((SECONDS - start)) s"
}

dev_test() {
  local suites=("$@") suite needs_build=no
  [ $# -eq 0 ] && suites=("${all_suites[@]}")
  setup_build
  setup_tests
  for suite in "${suites[@]}"; do
    declare -F "suite_$suite" >/dev/null || fail "there is no suite '$suite'" "the suites are: ${all_suites[*]}"
  done
  for suite in "${suites[@]}"; do
    [[ " ${own_suites[*]} " = *" $suite "* ]] || needs_build=yes
  done
  # Never as a condition, in which bash lets what fails pass (set -e).
  if [ "$needs_build" = yes ]; then dev_build; fi
  export LACIT_BIN=$build/bin/lacit LACIT_SITE=$build/site
  touch "$logs/tests.begin"
  for suite in "${suites[@]}"; do
    [[ $suite = browser && " ${suites[*]} " = *" fuzz "* ]] && start_fuzzing
    run_suite "$suite"
  done
  name_slowest
  name_failed
  [ "$unsteady" = 0 ] || say "  $unsteady of the files are unsteady: they passed only when they were run again"
  printf '%s passed, %s failed%s\n' "$passed" "$failed" "$([ "$unsteady" = 0 ] || echo ", $unsteady unsteady")"
  [ "$failed" = 0 ]
}
