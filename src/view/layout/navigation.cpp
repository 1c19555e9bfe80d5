#include "layout/navigation.h"

#include <algorithm>

#include "layout/flow.h"

namespace lacit::layout {

using document::Kind;
using document::no_node;
using document::NodeId;

namespace {

constexpr float never = 1e6F;
// One or two items beside a More button say less than a Menu button: phones and narrow windows get that.
constexpr std::size_t fewest = 3;

struct Parts {
  NodeId bar = no_node;             ///< The header's row between the gutters: brand, items, More.
  NodeId details = no_node;         ///< More.
  std::vector<NodeId> items;        ///< In the bar.
  std::vector<NodeId> panel_items;  ///< Under More: the same links in the same order.
};

NodeId find(const document::Tree& tree, NodeId from, Kind kind) {
  for (NodeId child = tree[from].first_child; child != no_node; child = tree[child].next) {
    if (tree[child].kind == kind) return child;
    const NodeId deeper = find(tree, child, kind);
    if (deeper != no_node) return deeper;
  }
  return no_node;
}

std::vector<NodeId> children_of(const document::Tree& tree, NodeId id) {
  std::vector<NodeId> children;
  for (NodeId child = tree[id].first_child; child != no_node; child = tree[child].next) children.push_back(child);
  return children;
}

// The first list of the header is the bar's, the details hold the panel's; nothing else is assumed of the markup.
Parts find_parts(const document::Tree& tree) {
  Parts parts;
  const NodeId header = find(tree, 0, Kind::header);
  if (header == no_node) return parts;
  const NodeId list = find(tree, header, Kind::list);
  parts.details = find(tree, header, Kind::details);
  if (list == no_node || parts.details == no_node) return {};
  const NodeId panel = find(tree, parts.details, Kind::list);
  if (panel == no_node) return {};
  parts.items = children_of(tree, list);
  parts.panel_items = children_of(tree, panel);
  parts.bar = list;
  while (parts.bar != header && !document::rule(tree[parts.bar].style).gutter) parts.bar = tree[parts.bar].parent;
  return parts;
}

// The header's width with the first `count` items in it, without the gutters.
float bar_width(const document::Tree& tree, const Parts& parts, std::size_t count, const Measurer& measurer) {
  State state = State::of(tree);
  for (std::size_t i = count; i < parts.items.size(); ++i) state.hidden[parts.items[i]] = true;
  state.hidden[parts.details] = count == parts.items.size();
  Detail none;
  FlowLayout flow(tree, state, Viewport::of(document::wide_from, 800), measurer, none.sizes);
  const float content = flow.content_width(parts.bar);
  return content - flow.insets(parts.bar, 0).across();
}

float threshold(const document::Tree& tree, const Parts& parts, std::size_t count, const Measurer& measurer) {
  // Rounded up: media queries compare whole numbers more safely than fractions.
  const float width = static_cast<float>(static_cast<int>(bar_width(tree, parts, count, measurer))) + 1;
  return width > document::content_width ? never : std::max(document::medium_from, width + 2 * 24);
}

}  // namespace

std::vector<float> navigation_thresholds(const document::Tree& tree, const Measurer& measurer) {
  const Parts parts = find_parts(tree);
  const std::size_t count = parts.items.size();
  std::vector<float> thresholds(count, never);
  float least = never;
  for (std::size_t i = count; i-- > 0;) {
    // Showing all needs no More button, so it can fit where one item fewer with More does not.
    least = std::min(least, threshold(tree, parts, i + 1, measurer));
    thresholds[i] = least;
  }
  for (std::size_t i = 0; i < std::min(fewest, count); ++i) thresholds[i] = thresholds[std::min(fewest, count) - 1];
  return thresholds;
}

std::size_t navigation_capacity(const std::vector<float>& thresholds, Viewport viewport) {
  const auto fits = [viewport](float threshold) { return threshold <= viewport.media_width; };
  return static_cast<std::size_t>(std::ranges::count_if(thresholds, fits));
}

void FlowLayout::limit_navigation(std::size_t count) {
  const Parts parts = find_parts(tree_);
  if (parts.bar == no_node) return;
  for (std::size_t i = 0; i < parts.items.size(); ++i) displaced_[parts.items[i]] = i >= count;
  for (std::size_t i = 0; i < parts.panel_items.size(); ++i) displaced_[parts.panel_items[i]] = i < count;
  displaced_[parts.details] = count == parts.items.size();
}

}  // namespace lacit::layout
