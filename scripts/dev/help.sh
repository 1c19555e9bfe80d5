# ./dev help
# shellcheck shell=bash

dev_help() {
  cat <<'TEXT'
./dev setup                     install what building needs (Debian packages, toolchain, npm packages; kept in ~/.cache/lacit)
./dev build                     the finished site in build/site, the program in build/bin/lacit
./dev serve [--port N] [--data DIR]  build and serve it on http://127.0.0.1:8080/
./dev preview [--port N]        the same, and build again when content changes
./dev test [SUITE …]            all tests, or some: unit wasm content budget html pictures server
                                browser engines orca fuzz
./dev check                     formatting, lint, types, file sizes
./dev bench [--json FILE]       bytes, frames, start, memory, Lighthouse, and the server, beside the targets (20 minutes;
                                half of it: LACIT_BENCH_ONLY=page or server)
Every verb does the set-up that it needs first. LACIT_REBASELINE=1 ./dev test writes golden files anew.
TEXT
}
