// Line icons: the same path data as the printed SVG (document/icons.h), stroked by ImGui.
#pragma once

#include <string_view>

#include "base/geometry.h"
#include "paint/surface.h"

namespace lacit::paint {

/// Strokes an icon of 24 × 24 units into `box`. `path` has absolute M, L, C and Z only. `turn` in quarter turns
/// clockwise.
void draw_icon(Surface& surface, std::string_view path, const base::Rect& box, ImU32 color, float turn = 0);

}  // namespace lacit::paint
