# ./dev build: the lacit program, the wasm, the scripts, and from them the finished site in build/site.
# shellcheck shell=bash
source scripts/dev/setup.sh

# Once; CMake itself sees later changes, except that a new toolchain has its sources elsewhere.
configured() {
  [ -f "$build/$1/build.ninja" ] && grep -q "^LACIT_IMGUI_DIR:[A-Z]*=$IMGUI_DIR\$" "$build/$1/CMakeCache.txt"
}

configure() { configured "$1" || step "configure $1" "configure-$1" cmake --preset "$1"; }

configure_wasm() {
  configured "$1" || step "configure $1" "configure-$1" in_toolchain env \
    IMGUI_DIR="$IMGUI_DIR" MD4C_DIR="$MD4C_DIR" UTF8PROC_DIR="$UTF8PROC_DIR" emcmake cmake --preset "$1"
}

build_native() {
  configure native-release
  step "lacit" native-release cmake --build "$build/native-release" --target lacit lacit-pictures -j "$jobs"
  mkdir -p "$build/bin"
  # A running server keeps the file that it was started from: a new file, not new bytes in the old one.
  cp -u --remove-destination "$build/native-release/src/programs/lacit/"{lacit,lacit-pictures} "$build/bin/"
}

build_wasm() {
  configure_wasm web
  step "wasm (the first time builds Emscripten's libraries, 2 minutes)" web in_toolchain cmake --build "$build/web" -j "$jobs"
}

# bundle: modules to the few files that pages load. The glue of the wasm program is part of painted.js.
bundle() {
  local esbuild=node_modules/.bin/esbuild glue=$build/web/src/programs/web/lacit.mjs
  mkdir -p "$build/scripts"
  cp -u "$build/web/src/programs/web/lacit.wasm" "$build/scripts/lacit.wasm"
  cp -u "$build/web/src/programs/form/form.wasm" "$build/scripts/form.wasm"
  $esbuild web/page/early.js --bundle --minify --target=es2022 --format=iife --outfile="$build/scripts/early.js"
  $esbuild web/page/boot.js --bundle --minify --target=es2022 --format=esm --outfile="$build/scripts/boot.js"
  $esbuild web/forms/form.js --bundle --minify --target=es2022 --format=esm --outfile="$build/scripts/form.js"
  $esbuild web/lightbox/lightbox.css --bundle --minify --target=es2022 --outfile="$build/scripts/lightbox.css"
  # One request, and no moment without its rules: they come as text in the script.
  $esbuild web/lightbox/lightbox.js --bundle --minify --target=es2022 --format=esm --loader:.css=text \
    --alias:lightbox-style="$build/scripts/lightbox.css" --outfile="$build/scripts/lightbox.js"
  $esbuild web/forms/captcha.js --bundle --minify --target=es2022 --format=esm --outfile="$build/scripts/captcha.js"
  $esbuild web/forms/solver.js --bundle --minify --target=es2022 --format=iife --outfile="$build/scripts/solver.js"
  $esbuild web/painted/painted.js --bundle --minify --target=es2022 --format=esm --alias:lacit-program="$glue" \
    --outfile="$build/scripts/painted.js"
}

build_site() {
  "$build/bin/lacit" build --content content --out "$build/site" --web "$build/scripts" --styles web/css \
    --fonts "$build/fonts" --icons "$build/icons" --licences "$build/licences" --cache "$cache/compressed"
}

dev_build() {
  setup_build
  build_native
  build_wasm
  step "scripts" bundle bundle
  step "site" site build_site || {
    cat "$logs/site.log" >&2
    exit 1
  }
  say "  $(tail -n 1 "$logs/site.log")"
}
