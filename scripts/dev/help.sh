# ./dev help
# shellcheck shell=bash

dev_help() {
  cat <<'TEXT'
./dev setup [--move-pin]        install what building needs (Debian packages, toolchain, npm packages; kept in ~/.cache/lacit);
                                with --move-pin the toolchain that the mirror has now becomes the pinned one
./dev build                     the finished site in build/site, the program in build/bin/lacit
./dev serve [--port N] [--data DIR]
                                build, then serve the site on http://127.0.0.1:8080/ until Ctrl+C; what visitors send goes
                                into the folder data/. Further flags are those of `lacit serve --help`
./dev preview [--port N] [--data DIR]
                                as serve, and after each save in content/ or web/css/ the site is built again (changes of
                                scripts or C++ show after ./dev build). Where the content has problems, they are printed
                                and the site stays as it was
./dev test [SUITE …]            all tests, or some: check structure unit wasm content modules budget html pictures
                                server browser engines orca fuzz
./dev check [--all]             format, lint, types, file sizes, headers, clang-tidy of what changed, or of all
./dev bench [--json FILE]       bytes, frames, start, memory, Lighthouse, and the server, beside the targets (20 minutes;
                                half of it: LACIT_BENCH_ONLY=page or server)
Every verb does the set-up that it needs first. LACIT_REBASELINE=1 ./dev test writes golden files anew.
TEXT
}
