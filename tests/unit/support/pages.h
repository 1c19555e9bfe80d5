// The good fixture site as content and as trees, and short ways to look around in a tree.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "content/model.h"
#include "document/node.h"

namespace lacit::tests {

[[nodiscard]] content::Content good_content();

/// The good site with `before` replaced by `after` in one of its files; there must be no problem in it.
[[nodiscard]] content::Content good_content_but(const std::string& path, const std::string& before,
                                                const std::string& after);

[[nodiscard]] const content::Page& page_of(const content::Content& content, const std::string& slug);

/// Ids of the nodes that a condition holds for, in the order of reading.
[[nodiscard]] std::vector<document::NodeId> find(const document::Tree& tree,
                                                 const std::function<bool(const document::Node&)>& wanted);
[[nodiscard]] std::vector<document::NodeId> find(const document::Tree& tree, document::Kind kind);

}  // namespace lacit::tests
