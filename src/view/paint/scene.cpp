#include "paint/scene.h"

#include <algorithm>

namespace lacit::paint {

using document::no_node;
using document::NodeId;

namespace {

constexpr float band_height = 512;
constexpr std::uint32_t layer_stride = 1U << 24U;
// A shadow, a focus ring or a lift reaches a little past the box.
constexpr float overhang = 40;

/// Browsers make no page higher; a damaged tree file could ask for one.
constexpr float highest_page = 33'000'000.0F;

std::size_t band_at(float y) {
  return static_cast<std::size_t>(std::min(std::max(0.0F, y), highest_page) / band_height);
}

std::size_t band_of(float y, std::size_t count) { return std::min(band_at(y), count - 1); }

Layer pinned_layer(const document::Rule& rule) {
  // The skip link lies over all: who presses Tab looks for it.
  if (rule.pin == document::Pin::top || rule.flow == document::Flow::none) return Layer::bar;
  return rule.pin == document::Pin::bottom ? Layer::banner : Layer::pinned;
}

Layer raised(Layer layer, const document::Rule& rule, const layout::Box& box) {
  if (box.frame == layout::ContainingBlock::viewport && layer < Layer::pinned) layer = pinned_layer(rule);
  const bool over = rule.floating || rule.flow == document::Flow::none;
  return over ? static_cast<Layer>(static_cast<int>(layer) | 1) : layer;
}

}  // namespace

Scene::Scene(const document::Tree& tree, const layout::Layout& layout)
    : inherited_(tree.size()), order_(tree.size()), extents_(tree.size()), bands_(band_at(layout.height) + 1) {
  add(tree, layout, 0, {.color_owner = 0, .lifted = no_node, .layer = Layer::page});
}

void Scene::add(const document::Tree& tree, const layout::Layout& layout, NodeId id, Inherited from) {
  const layout::Box& box = layout.boxes[id];
  if (!box.shown) return;
  const document::Rule& rule = document::rule(tree[id].style);
  if (rule.color != document::Color::none) from.color_owner = id;
  if (rule.lift) from.lifted = id;
  from.layer = raised(from.layer, rule, box);
  inherited_[id] = from;
  order_[id] = static_cast<std::uint32_t>(from.layer) * layer_stride + next_++;
  if (box.frame == layout::ContainingBlock::viewport) {
    pinned_.push_back(id);
  } else {
    const Extent extent{box.rect.y - overhang, box.rect.bottom() + overhang};
    extents_[id] = extent;
    const std::size_t last = band_of(extent.bottom, bands_.size());
    for (std::size_t band = band_of(extent.top, bands_.size()); band <= last; ++band) {
      bands_[band].push_back(id);
    }
  }
  for (NodeId child = tree[id].first_child; child != no_node; child = tree[child].next) {
    add(tree, layout, child, from);
  }
}

std::vector<NodeId> Scene::visible(float top, float bottom) const {
  std::vector<NodeId> ids = pinned_;
  const std::size_t last = band_of(bottom, bands_.size());
  for (std::size_t band = band_of(top, bands_.size()); band <= last; ++band) {
    for (const NodeId id : bands_[band]) {
      if (extents_[id].top < bottom && extents_[id].bottom > top) ids.push_back(id);
    }
  }
  std::sort(ids.begin(), ids.end(), [this](NodeId a, NodeId b) { return order_[a] < order_[b]; });
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace lacit::paint
