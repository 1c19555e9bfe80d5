# ./dev preview [--port N] [--data DIR]: as serve, and the site is built anew whenever a file in content/ or web/css/ changes.
# Problems are shown, and the last good site stays.
# shellcheck shell=bash
source scripts/dev/serve.sh

newest() { find content web/css -type f -printf '%T@ %p\n' | sort | sha256sum; }

dev_preview() {
  dev_build
  server_command "$@"
  "${server[@]}" &
  running=$!
  trap 'kill $running 2>/dev/null' EXIT
  local seen now
  seen=$(newest)
  while kill -0 $running 2>/dev/null; do
    sleep 1
    now=$(newest)
    [ "$now" = "$seen" ] && continue
    seen=$now
    build_site >&2 || true
  done
}
