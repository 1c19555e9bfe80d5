# ./dev serve [--port N] [--data DIR]: build, then serve build/site.
# shellcheck shell=bash
source scripts/dev/build.sh

dev_serve() {
  dev_build
  # What visitors send outlives a build folder; the last --data wins.
  exec "$build/bin/lacit" serve --site "$build/site" --data "$LACIT_ROOT/data" "$@"
}
