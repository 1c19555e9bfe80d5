# ./dev check: what reads the sources instead of running them. Every check runs; the verdict comes at the end.
# shellcheck shell=bash
source scripts/dev/build.sh

longest_file=300
checks=0
complaints=0

# checked LABEL LOGNAME COMMAND…: goes on after a complaint, since the next check may have one too.
checked() {
  checks=$((checks + 1))
  step "$@" || complaints=$((complaints + 1))
}

sources() { git ls-files --cached --others --exclude-standard -- "$@"; }

check_format() { sources 'src/*.cpp' 'src/*.h' 'tests/*.cpp' 'tests/*.h' | xargs clang-format --dry-run -Werror; }

# By the last commit, and since: what was checked when it was the last one need not be checked again.
changed_lately() {
  local base
  base=$(git rev-parse -q --verify HEAD~1 || true)
  [ -z "$base" ] || git diff --name-only --diff-filter=d "$base"
}

# tidied [FILE…]: what clang-tidy can read of these, or of everything.
tidied() {
  sources 'src/*.cpp' 'tests/unit/*.cpp' ':!src/view/platform/web/*' ':!src/ground/time_zones/intl/*' \
    ':!src/programs/web/*' ':!src/programs/form/*' | if [ $# -eq 0 ]; then cat; else grep -Fx -f <(printf '%s\n' "$@") || true; fi
}

# check_tidy [FILE…]
# clang-tidy needs the compile commands of files that its own clang can read: Emscripten's are left out. A file that was
# found clean with the same bytes, headers and rules stays clean.
# shellcheck disable=SC2016  # what stands in single quotes is for the inner shell
check_tidy() {
  local clean=$cache/tidy
  mkdir -p "$clean"
  export clean rules
  rules=$(sources .clang-tidy tests/.clang-tidy 'src/*.h' 'tests/*.h' | xargs cat | sha256sum | cut -c1-16)
  tidied "$@" |
    xargs -P "$jobs" -I{} bash -c 'mark=$clean/$rules-$(sha256sum <"$1" | cut -c1-16)
      [ -f "$mark" ] || { clang-tidy --quiet --extra-arg=-Wno-unknown-warning-option -p "$2" "$1" && touch "$mark"; }' tidy {} "$build/native"
}

# A header that needs another one before it is a trap for whoever sorts the includes.
check_headers() {
  local flags
  flags=$(grep -o -- '-isystem [^ ]*' "$build/native/build.ninja" | sort -u | tr '\n' ' ')
  # shellcheck disable=SC2086  # flags are words
  sources 'src/*.h' ':!src/view/platform/web/*' | xargs -P "$jobs" -I{} g++ -std=c++20 -fsyntax-only -Wall -Wextra -Werror \
    -Wno-missing-field-initializers -Isrc/ground -Isrc/site -Isrc/view -Isrc/service -Isrc/programs $flags -include {} -x c++ /dev/null
}

check_types() { node_modules/.bin/tsc -p tsconfig.json; }

# By content: a fresh checkout has other times.
remembered() { printf -- '--cache --cache-strategy content --cache-location %s' "$build/$1.cache"; }

# shellcheck disable=SC2046  # options, one word each
check_format_js() {
  node_modules/.bin/prettier --check $(remembered prettier) '*.config.js' 'web/**/*.{js,ts,css}' 'tests/**/*.{js,mjs,ts}'
}

# shellcheck disable=SC2046
check_lint() {
  node_modules/.bin/eslint --max-warnings 0 $(remembered eslint) . &&
    node_modules/.bin/stylelint --max-warnings 0 $(remembered stylelint) 'web/**/*.css'
}

# SC1090, SC2034, SC2154: the verbs share variables by sourcing one another, along paths that only run time knows.
check_scripts() { shellcheck -x -e SC1090,SC2034,SC2154 dev .ci/run scripts/dev/*.sh; }

check_sizes() {
  sources '*.cpp' '*.h' '*.js' '*.mjs' '*.css' '*.sh' '*.cmake' '*CMakeLists.txt' dev | xargs wc -l |
    awk -v most=$longest_file '$2 != "total" && $1 > most { print $2 ": " $1 " lines; split it by what its parts are for"; bad = 1 } END { exit bad }'
}

# Packages are named, never the machine that they come from.
check_hosts() {
  local hosts
  hosts=$({
    grep -rhoE 'https?://[^/ ]+' /etc/apt/sources.list /etc/apt/sources.list.d || true
    npm config get registry
  } 2>/dev/null | sed -E 's#^https?://([^/]+).*#\1#; s/\./\\./g' | sort -u | paste -sd '|')
  ! sources | xargs -d '\n' grep -nIE "(${hosts:-no host})|registry\.npmjs\.org|deb\.debian\.org"
}

# What takes no more than a few minutes: of clang-tidy's files the changed ones.
cheap_checks() {
  local changed=()
  step "configure native" configure-native cmake --preset native # for clang-tidy: with files that are new
  checked "format" check-format check_format
  checked "format of scripts and styles" check-format-js check_format_js
  checked "lint of scripts and styles" check-lint check_lint
  checked "shell scripts" check-scripts check_scripts
  checked "types of the scripts" check-types check_types
  checked "file sizes" check-sizes check_sizes
  checked "no registry's name" check-hosts check_hosts
  checked "headers stand alone" check-headers check_headers
  mapfile -t changed < <(changed_lately)
  checked "clang-tidy of what changed" check-tidy check_tidy "${changed[@]:-none}"
}

# dev_check [--all]: with clang-tidy over everything, which takes half an hour the first time.
dev_check() {
  case ${1:-} in '' | --all) ;; *) fail "check knows no '$1'" "./dev check, or ./dev check --all" ;; esac
  setup_build
  setup_tests
  build_native
  cheap_checks
  [ "${1:-}" = --all ] && checked "clang-tidy" check-tidy-all check_tidy
  [ "$complaints" = 0 ] || fail "$complaints of the checks complain" "their words are above and in build/logs"
}
