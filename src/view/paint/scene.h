// What to paint and in which order, prepared once per layout, so that a frame costs what is visible.
// Nodes are sorted into bands of the page by their vertical extent; a frame looks at the bands in the viewport only.
#pragma once

#include <cstdint>
#include <vector>

#include "document/node.h"
#include "layout/layout.h"

namespace lacit::paint {

/// Later layers cover earlier ones, as the stylesheet's z-index has it (src/site/html/css_printer.cpp): over the page
/// the header with its menu, then the banner at the bottom, then the bar with help and the way out, which nothing may
/// cover.
enum class Layer : std::uint8_t {
  page,
  page_floating,
  pinned,
  pinned_floating,
  banner,
  banner_floating,
  bar,
  bar_floating
};

/// What a node takes over from its ancestors.
struct Inherited {
  document::NodeId color_owner = document::no_node;  ///< Gives the text colour.
  document::NodeId lifted = document::no_node;       ///< Rises on hover and takes this node along.
  Layer layer = Layer::page;
};

class Scene {
 public:
  Scene() = default;
  Scene(const document::Tree& tree, const layout::Layout& layout);

  /// Ids of the nodes that may show between two page positions (CSS pixels), and all pinned ones, in painting order.
  [[nodiscard]] std::vector<document::NodeId> visible(float top, float bottom) const;
  [[nodiscard]] const Inherited& inherited(document::NodeId id) const { return inherited_[id]; }

 private:
  /// From where to where on the page something of a node may show, CSS pixels.
  struct Extent {
    float top = 0;
    float bottom = 0;
  };

  void add(const document::Tree& tree, const layout::Layout& layout, document::NodeId id, Inherited from);

  std::vector<Inherited> inherited_;  ///< By NodeId.
  std::vector<std::uint32_t> order_;  ///< By NodeId: its place in the painting order.
  std::vector<Extent> extents_;       ///< By NodeId.
  std::vector<std::vector<document::NodeId>> bands_;
  std::vector<document::NodeId> pinned_;
  std::uint32_t next_ = 0;
};

}  // namespace lacit::paint
