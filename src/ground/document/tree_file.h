// A tree as a compact file: what the WebAssembly program reads in place of JSON.
//
// Magic "LCT", four bytes of version, two palettes (13 × 3 bytes each), the number of nodes, then one record a node.
// Numbers are LEB128 varints, ids are plus one (0: none), texts have their length before them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/node.h"
#include "document/palette.h"

namespace lacit::document {

/// What the numbers in a file stand for is in the program's own lists (node_lists.h, style_names.h): another list,
/// another version.
[[nodiscard]] std::uint32_t tree_version();

struct TreeFile {
  Tree tree;
  Palettes palettes;
};

/// Which attributes are written. The browser needs those that layout and paint read, since links' targets stay in the
/// HTML; the server prints whole pages.
enum class Keep : bool { painted, everything };

[[nodiscard]] std::string write_tree(const Tree& tree, const Palettes& palettes, Keep keep = Keep::painted);

/// Reads what write_tree wrote. Any other bytes give an error, never a crash or a tree with dangling ids.
[[nodiscard]] base::Result<TreeFile> read_tree(std::string_view file);

}  // namespace lacit::document
