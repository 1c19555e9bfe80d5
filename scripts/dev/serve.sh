# ./dev serve [--port N] [--data DIR]: build, then serve build/site.
# shellcheck shell=bash
source scripts/dev/build.sh

dev_serve() {
  dev_build
  exec "$build/bin/lacit" serve --site "$build/site" "$@"
}
