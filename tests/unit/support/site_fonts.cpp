#include "unit/support/site_fonts.h"

#include <doctest/doctest.h>

#include "unit/content/fixtures.h"
#include "unit/support/paths.h"

namespace lacit::tests {

std::string font_file(bool bold) {
  const std::filesystem::path folder = tests_folder().parent_path() / "build" / "fonts";
  const std::filesystem::path path = folder / (bold ? "bold-latin.ttf" : "regular-latin.ttf");
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

}  // namespace lacit::tests
