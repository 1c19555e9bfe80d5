#!/usr/bin/env bash
# Debian's PostgreSQL in a folder of a test's own, on a Unix socket there: postgres.sh make|start|stop|remove FOLDER [MODE]
# `make` starts it, too; MODE of `stop` is pg_ctl's: fast, or immediate, as a power cut. It refuses to run as root.
set -euo pipefail
bin=/usr/lib/postgresql/15/bin
folder=$2
cd /

as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start() {
  as_postgres "$bin/pg_ctl" start -s -w -t 120 -D "$folder/data" -l "$folder/log" \
    -o "-c listen_addresses= -c unix_socket_directories=$folder -c shared_buffers=16MB -c max_connections=40 -c recovery_init_sync_method=syncfs" </dev/null
}

stop() { as_postgres "$bin/pg_ctl" stop -s -w -t 120 -m "${1:-fast}" -D "$folder/data"; }

case $1 in
make)
  mkdir -p "$folder"
  [ "$(id -u)" != 0 ] || chown postgres: "$folder"
  as_postgres "$bin/initdb" -A trust -U postgres -E UTF8 --locale=C.UTF-8 --no-sync -D "$folder/data" >/dev/null
  start
  ;;
start) start ;;
stop) stop "${3:-fast}" ;;
remove)
  stop immediate || true
  rm -rf "$folder"
  ;;
esac
