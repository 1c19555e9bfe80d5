// How many items of the header's navigation fit beside the brand; the rest goes under More (under Menu on phones).
// Both views use these numbers: layout directly, the stylesheet as media queries, so they agree without script.
#pragma once

#include <vector>

#include "document/node.h"
#include "layout/layout.h"
#include "layout/measurer.h"

namespace lacit::layout {

/// For each item the least viewport width, in CSS pixels, at which it stands in the bar; very large where it never
/// does.
[[nodiscard]] std::vector<float> navigation_thresholds(const document::Tree& tree, const Measurer& measurer);

/// How many items stand in the bar at a viewport width.
[[nodiscard]] std::size_t navigation_capacity(const std::vector<float>& thresholds, Viewport viewport);

}  // namespace lacit::layout
