// The overlay's geometry for the platform's mirror: where each node's element goes, and how each text block is cut into
// painted lines. Flat numbers, since they cross from C++ to JavaScript.
#pragma once

#include <vector>

#include "document/node.h"
#include "layout/layout.h"

namespace lacit::app {

/// Per shown node that is a box: id, x, y, width, height — CSS pixels relative to the parent's box; nodes whose frame
/// is the viewport while their parent's is the page come relative to the viewport. Then the sum of: 1 for those, 2 for
/// what the browser draws, with all that is in it.
inline constexpr std::size_t box_stride = 6;

/// Per fragment: block id, start and end as UTF-16 offsets into the block's textContent, 1 where the line ends after
/// it; then x, top and width, and the height of the line box, in CSS pixels, in the block's frame: what the DOM's own
/// boxes are compared with.
inline constexpr std::size_t fragment_stride = 8;

struct Overlay {
  std::vector<float> boxes;
  std::vector<float> fragments;
};

[[nodiscard]] Overlay overlay_of(const document::Tree& tree, const layout::State& state, const layout::Layout& layout);

}  // namespace lacit::app
