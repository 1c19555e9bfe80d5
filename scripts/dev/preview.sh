# ./dev preview [--port N]: serve, and build the site anew whenever a file in content/ changes. Problems are shown, and the
# last good site stays.
# shellcheck shell=bash
source scripts/dev/build.sh

newest() { find content web/css -type f -printf '%T@ %p\n' | sort | sha256sum; }

dev_preview() {
  dev_build
  "$build/bin/lacit" serve --site "$build/site" "$@" &
  local server=$! seen now
  trap 'kill $server 2>/dev/null' EXIT
  seen=$(newest)
  while kill -0 $server 2>/dev/null; do
    sleep 1
    now=$(newest)
    [ "$now" = "$seen" ] && continue
    seen=$now
    build_site >&2 || true
  done
}
