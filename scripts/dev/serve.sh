# ./dev serve [--port N] [--data DIR]: build, then serve build/site.
# shellcheck shell=bash
source scripts/dev/build.sh

# What visitors send outlives a build folder; the last --data wins.
server_command() { server=("$build/bin/lacit" serve --site "$build/site" --data "$LACIT_ROOT/data" "$@"); }

dev_serve() {
  dev_build
  server_command "$@"
  exec "${server[@]}"
}
