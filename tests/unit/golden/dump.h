// Trees and layouts as text, one node a line: what the golden files hold.
#pragma once

#include <string>

#include "document/node.h"
#include "layout/layout.h"

namespace lacit::tests {

/// `ID kind style level flags attributes`, then the runs; indented by depth, in the order of reading.
[[nodiscard]] std::string dump_tree(const document::Tree& tree);

/// `ID kind style x y width height` of every shown node, then each line of its text. Numbers are rounded to 1/64 CSS
/// pixel, as browsers keep lengths.
[[nodiscard]] std::string dump_layout(const document::Tree& tree, const layout::Layout& layout);

/// One element a line, since a page in a single line could not be compared by eye.
[[nodiscard]] std::string dump_html(const std::string& html);

}  // namespace lacit::tests
