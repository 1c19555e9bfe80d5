// The engine behind lay_out: sizes every shown node bottom-up, with children placed relative to their parent.
// One function a flow; flow_*.cpp follow the named CSS modules for the cases that the style table can express.
#pragma once

#include <utility>
#include <vector>

#include "document/node.h"
#include "layout/layout.h"

namespace lacit::layout {

class FlowLayout {
 public:
  /// `sizes`: of deferred boxes, see Detail; grows by those that are not known yet.
  FlowLayout(const document::Tree& tree, const State& state, Viewport viewport, const Measurer& measurer,
             std::vector<std::pair<document::NodeId, base::Size>>& sizes);

  /// Lays out a node at a border-box width and returns its height. Children get positions relative to the node.
  float lay(document::NodeId id, float width);
  /// Lays out what is in a deferred node, at the width that the node was given.
  void lay_in_detail(document::NodeId id) { lay_all(id, rects[id].width); }
  /// The width at which nothing of the node would wrap (CSS max-content), border box.
  [[nodiscard]] float content_width(document::NodeId id);

  [[nodiscard]] bool shown(document::NodeId id) const;
  [[nodiscard]] bool in_flow(document::NodeId id) const;
  /// What the browser measured of a node that it draws; null where C++ draws the node.
  [[nodiscard]] const base::Size* browser_drawn(document::NodeId id) const;
  [[nodiscard]] base::Edges insets(document::NodeId id, float width) const;
  [[nodiscard]] document::Width width_class() const { return width_; }

  /// Items of the header's navigation beyond the first `count` move under More (navigation.cpp).
  void limit_navigation(std::size_t count);

  std::vector<base::Rect> rects;                 ///< By NodeId, relative to the parent.
  std::vector<std::vector<Fragment>> fragments;  ///< By NodeId, relative to the node.

 private:
  float lay_all(document::NodeId id, float width);
  float lay_text(document::NodeId id, const base::Edges& inset, float inner);
  float lay_leaf(document::NodeId id, float width);
  float lay_stack(document::NodeId id, const base::Edges& inset, float inner);
  float lay_row(document::NodeId id, const base::Edges& inset, float inner);
  float lay_grid(document::NodeId id, const base::Edges& inset, float inner);
  float lay_justified(document::NodeId id, const base::Edges& inset, float inner);
  void lay_floating(document::NodeId id);

  /// Pictures that share a row, with their ratios of width to height; their height in CSS pixels.
  struct PictureRow {
    std::vector<std::pair<document::NodeId, float>> items;
    float ratios = 0;
    float height = 0;
  };
  [[nodiscard]] std::vector<PictureRow> picture_rows(document::NodeId id, float inner) const;

  [[nodiscard]] std::vector<document::NodeId> flow_children(document::NodeId id) const;
  [[nodiscard]] float child_width(document::NodeId child, float available, bool stretch);
  [[nodiscard]] float text_width(document::NodeId id) const;
  [[nodiscard]] float children_width(document::NodeId id);
  /// Gives a box the height that its row has, and moves its children as align and justify ask.
  void stretch(document::NodeId id, float height);
  void shift_children(document::NodeId id, float down);
  float place_line(const std::vector<document::NodeId>& line, const document::Rule& rule, base::Point at, float inner);
  [[nodiscard]] std::vector<float> row_widths(const std::vector<document::NodeId>& line, float inner, float gap);
  /// Takes what is missing, in CSS pixels, from the widths of a line's children.
  void narrow(const std::vector<document::NodeId>& line, float missing, std::vector<float>& widths) const;
  [[nodiscard]] std::vector<float> grid_tracks(const document::Rule& rule, float inner) const;

  const document::Tree& tree_;
  const State& state_;
  Viewport viewport_;
  const Measurer& measurer_;
  std::vector<std::pair<document::NodeId, base::Size>>& sizes_;
  document::Width width_;
  std::vector<float> content_widths_;  ///< Cache; below zero: not known yet.
  std::vector<bool> displaced_;        ///< By NodeId: navigation items on the other side of More.
};

}  // namespace lacit::layout
