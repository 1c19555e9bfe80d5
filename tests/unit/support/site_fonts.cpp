#include "unit/support/site_fonts.h"

#include <doctest/doctest.h>

#include "unit/site/content/fixtures.h"
#include "unit/support/paths.h"

namespace lacit::tests {

std::string font_file(bool bold, bool extended) {
  const std::filesystem::path folder = tests_folder().parent_path() / "build" / "fonts";
  const std::string weight = bold ? "bold" : "regular";
  const std::filesystem::path path = folder / (weight + (extended ? "-latin-ext.ttf" : "-latin.ttf"));
  std::string bytes = read_bytes(path);
  REQUIRE_MESSAGE(!bytes.empty(), path.string() << " is missing; ./dev setup makes it");
  return bytes;
}

layout::FontSet site_fonts() {
  layout::FontSet fonts;
  for (const bool bold : {false, true}) {
    auto face = layout::FontFace::read(font_file(bold));
    REQUIRE(face);
    fonts.add(bold, std::move(face.value()));
  }
  return fonts;
}

layout::FontSet all_site_fonts() {
  layout::FontSet fonts = site_fonts();
  for (const bool bold : {false, true}) {
    auto face = layout::FontFace::read(font_file(bold, true));
    REQUIRE(face);
    fonts.add(bold, std::move(face.value()));
  }
  return fonts;
}

}  // namespace lacit::tests
