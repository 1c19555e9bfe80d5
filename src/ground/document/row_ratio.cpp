#include "document/row_ratio.h"

#include <algorithm>
#include <charconv>

namespace lacit::document {
namespace {

NodeId first_image(const Tree& tree, NodeId id) {
  if (tree[id].kind == Kind::image) return id;
  for (NodeId child = tree[id].first_child; child != no_node; child = tree[child].next) {
    if (const NodeId found = first_image(tree, child); found != no_node) return found;
  }
  return no_node;
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

int row_ratio_percent(int width, int height) {
  if (width <= 0 || height <= 0) return 150;
  return static_cast<int>(std::clamp(100.0 * width / height + 0.5, 40.0, 300.0));
}

int row_ratio_percent(const Tree& tree, NodeId id) {
  const NodeId image = first_image(tree, id);
  if (image == no_node) return 150;
  return row_ratio_percent(number(tree[image].attribute(Attribute::width)),
                           number(tree[image].attribute(Attribute::height)));
}

}  // namespace lacit::document
