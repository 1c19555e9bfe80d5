// Tree to markup: the only code that writes elements. One element a node, one attribute list, no white space between
// tags, so that an element's textContent is exactly its runs and layout's offsets hold in the DOM.
#pragma once

#include <functional>
#include <string>

#include "document/node.h"

namespace lacit::html {

/// Turns the name of a file in content/media/ into its published address.
using Resolver = std::function<std::string(std::string_view)>;

/// The element of a node with everything in it.
[[nodiscard]] std::string print(const document::Tree& tree, document::NodeId id, const Resolver& resolve);

/// What stands inside of a node's element.
[[nodiscard]] std::string print_children(const document::Tree& tree, document::NodeId id, const Resolver& resolve);

}  // namespace lacit::html
