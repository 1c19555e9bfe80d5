# Fonts, icons and licence texts: made from packages, never committed.
# shellcheck shell=bash

fonts_from=node_modules/@fontsource/atkinson-hyperlegible-next

setup_fonts() {
  [ -f "$build/fonts/bold-latin-ext.ttf" ] && return 0
  step "fonts" fonts make_fonts
}

make_fonts() {
  mkdir -p "$build/fonts"
  local subset weight name
  for subset in latin latin-ext; do
    for weight in 400 700; do
      name=regular && [ "$weight" = 700 ] && name=bold
      cp "$fonts_from/files/atkinson-hyperlegible-next-$subset-$weight-normal.woff2" "$build/fonts/$name-$subset.woff2"
      woff2_decompress "$build/fonts/$name-$subset.woff2"
    done
  done
}

# PNG renderings for what takes no SVG: tabs of old browsers, home screens, link previews.
setup_icons() {
  local media=content/media
  local size name newest=$build/icons/ready
  for name in mark mark-maskable hero; do
    [ "$newest" -nt "$media/$name.svg" ] || newest=
  done
  [ -n "$newest" ] && return 0
  mkdir -p "$build/icons"
  for size in 32 180 192 512; do
    rsvg-convert -w $size -h $size $media/mark.svg -o "$build/icons/icon-$size.png"
  done
  rsvg-convert -w 512 -h 512 $media/mark-maskable.svg -o "$build/icons/icon-512-maskable.png"
  rsvg-convert -w 1200 -h 1045 $media/hero.svg -o "$build/icons/preview.png"
  touch "$build/icons/ready"
}

# licence NAME TITLE FILE: the text with a first line that says what it belongs to.
licence() {
  [ -f "$3" ] || return 0
  { printf '%s\n' "$2"; iconv -f utf-8 -t utf-8 -c "$3"; } >"$build/licences/$1.txt"
}

setup_licences() {
  [ -f "$build/licences/ready" ] || [ -f "$build/licences/font.txt" ] && return 0
  mkdir -p "$build/licences"
  licence font "Atkinson Hyperlegible Next, the font" $fonts_from/LICENSE
  licence imgui "Dear ImGui, which paints" "$IMGUI_DIR/LICENSE.txt"
  licence emscripten "Emscripten, which makes the WebAssembly" "${root:-/}/usr/share/doc/emscripten/copyright"
  licence boost "Boost, in the server" /usr/share/doc/libboost-dev/copyright
  licence openssl "OpenSSL, in the server" /usr/share/doc/libssl-dev/copyright
  licence curl "libcurl, in the server" /usr/share/doc/libcurl4-openssl-dev/copyright
  licence brotli "Brotli, in the build" /usr/share/doc/libbrotli1/copyright
  licence vips "libvips, in the build" /usr/share/doc/libvips-dev/copyright
  licence md4c "MD4C, in the build" "$MD4C_DIR/LICENSE.md"
  licence json "nlohmann/json, in the build" /usr/share/doc/nlohmann-json3-dev/copyright
  licence cli11 "CLI11, in the program" /usr/share/doc/libcli11-dev/copyright
}
