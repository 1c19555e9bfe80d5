// One frame's painting of nodes: colours resolved, position known. Split by what is drawn: box, text, leaf, ring.
#pragma once

#include "paint/painter.h"

namespace lacit::paint {

class Brush {
 public:
  Brush(const Painter& painter, const Frame& frame, Surface& surface);

  void draw(document::NodeId id);
  void draw_ring(document::NodeId id);
  [[nodiscard]] ImU32 color(document::Color token, float alpha = 1) const;

 private:
  void follow(document::NodeId id);  ///< Moves the surface with scrolling and lift.
  void draw_box(document::NodeId id, const document::Rule& rule, const base::Rect& rect);
  void draw_ground(document::NodeId id, const document::Rule& rule, const base::Rect& rect);
  void fill_beside_stripe(const document::Rule& rule, const base::Rect& rect, ImU32 ground);
  void draw_progress(document::NodeId id, const document::Rule& rule, const base::Rect& rect);
  [[nodiscard]] bool meets_round_top(document::NodeId id, const base::Rect& rect) const;
  void draw_edges(const document::Rule& rule, const base::Rect& rect);
  void draw_marker(document::NodeId id, const document::Rule& rule, const base::Rect& rect);
  void draw_lines(document::NodeId id, const document::Rule& rule);
  void draw_image(document::NodeId id, const document::Rule& rule, const base::Rect& rect);
  void draw_picture_icon(document::NodeId id, const base::Rect& rect);
  [[nodiscard]] ImU32 text_color(document::NodeId id) const;
  [[nodiscard]] TextLook look_of(document::NodeId block, const document::Run& run) const;
  [[nodiscard]] bool is_open(document::NodeId id) const;

  const Painter& painter_;
  const Frame& frame_;
  Surface& surface_;
  document::Width width_;
};

}  // namespace lacit::paint
