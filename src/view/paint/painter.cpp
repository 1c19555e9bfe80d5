#include "paint/painter.h"

#include <algorithm>

#include "paint/brush.h"

namespace lacit::paint {

using document::no_node;
using document::NodeId;

void Painter::paint(ImDrawList& list, const Frame& frame) const {
  Surface surface(list, frame.ratio);
  Brush brush(*this, frame, surface);
  surface.fill({0, 0, frame.viewport.width, frame.viewport.height}, brush.color(document::Color::paper));
  const NodeId ring = frame.motion.ring();
  const bool ring_on_page = ring != no_node && frame.scene.inherited(ring).layer < Layer::pinned;
  bool pinned = false;
  for (const NodeId id : frame.scene.visible(frame.scroll, frame.scroll + frame.viewport.height)) {
    // The page's ring goes under the pinned bars, as the focused node does.
    if (!pinned && frame.scene.inherited(id).layer >= Layer::pinned) {
      pinned = true;
      if (ring_on_page) brush.draw_ring(ring);
    }
    brush.draw(id);
  }
  if (ring != no_node && (!ring_on_page || !pinned)) brush.draw_ring(ring);
}

bool Painter::rehearse(ImDrawList& list, const Frame& frame, std::size_t first, std::size_t count) const {
  Surface surface(list, frame.ratio);
  Brush brush(*this, frame, surface);
  const std::vector<NodeId> ids = frame.scene.visible(frame.scroll, frame.scroll + frame.viewport.height);
  const std::size_t last = std::min(ids.size(), first + count);
  for (std::size_t i = first; i < last; ++i) brush.draw(ids[i]);
  return last < ids.size();
}

}  // namespace lacit::paint
