// Line icons, 24 × 24 units, as path data with absolute M, L, C and Z only: one table for the printed SVG and for
// paint. Stroke 2 units, round caps and joins.
#pragma once

#include <string_view>

namespace lacit::document {

/// The icon's path data (SVG 2, 9.3), or an empty view for a name that is none.
[[nodiscard]] std::string_view icon_path(std::string_view name);

}  // namespace lacit::document
