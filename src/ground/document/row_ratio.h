// Pictures side by side in justified rows: each is given a part of its row's width by its ratio of width to height.
// Ratios are rounded to hundredths, since the stylesheet has a class for each that the site's pictures have.
#pragma once

#include "document/node.h"

namespace lacit::document {

/// From 40 to 300: beyond these, a picture is cropped (CSS object-fit: cover). 150 where the size is not known.
[[nodiscard]] int row_ratio_percent(int width, int height);

/// The same for an image node, or for the first one within a node.
[[nodiscard]] int row_ratio_percent(const Tree& tree, NodeId id);

}  // namespace lacit::document
