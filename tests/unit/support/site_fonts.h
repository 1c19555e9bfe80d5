// The site's own fonts for tests that want real metrics. `./dev setup` makes the files, before any suite runs.
#pragma once

#include <string>

#include "layout/font_face.h"

namespace lacit::tests {

/// The whole TTF of a weight; `extended`: of the letters past Latin-1. A test without its fonts fails, rather than
/// passing for nothing.
[[nodiscard]] std::string font_file(bool bold, bool extended = false);

[[nodiscard]] layout::FontSet site_fonts();
/// With the letters past Latin-1.
[[nodiscard]] layout::FontSet all_site_fonts();

}  // namespace lacit::tests
