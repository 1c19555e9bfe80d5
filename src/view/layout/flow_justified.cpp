// Rows of pictures that fill the width: CSS flexbox (row, wrap), where an item of ratio r has the basis r × row height
// and grows by r, so that all of a row come to one height. html/css_declarations.cpp prints the same.
#include <algorithm>

#include "document/row_ratio.h"
#include "layout/flow.h"

namespace lacit::layout {

using document::NodeId;
using document::Rule;

namespace {

constexpr float slack = 1.0F / 64.0F;  // Browsers keep lengths in 1/64 px.
/// A last row with less room left than this part of the width is filled; another keeps the least height.
constexpr float room_of_last = 0.25F;

float ratio_of(const document::Tree& tree, NodeId id) {
  return static_cast<float>(document::row_ratio_percent(tree, id)) / 100;
}

}  // namespace

std::vector<FlowLayout::PictureRow> FlowLayout::picture_rows(NodeId id, float inner) const {
  const Rule& rule = document::rule(tree_[id].style);
  const float gap = rule.gap[width_];
  std::vector<PictureRow> rows;
  float used = 0;
  for (const NodeId child : flow_children(id)) {
    const float ratio = ratio_of(tree_, child);
    const float width = ratio * rule.row_height[width_];
    if (rows.empty() || used + gap + width > inner + slack) {
      rows.emplace_back();
      used = -gap;
    }
    used += gap + width;
    rows.back().items.push_back({child, ratio});
    rows.back().ratios += ratio;
  }
  for (PictureRow& row : rows) {
    const float gaps = gap * static_cast<float>(row.items.size() - 1);
    const bool short_last = &row == &rows.back() && used + gap + room_of_last * inner <= inner + slack;
    row.height = short_last ? rule.row_height[width_] : (inner - gaps) / row.ratios;
  }
  return rows;
}

float FlowLayout::lay_justified(NodeId id, const base::Edges& inset, float inner) {
  const Rule& rule = document::rule(tree_[id].style);
  const float row_gap = rule.row_gap[width_] > 0 ? rule.row_gap[width_] : rule.gap[width_];
  float y = inset.top;
  for (const PictureRow& row : picture_rows(id, inner)) {
    float x = inset.left;
    float height = 0;
    for (const auto& [child, ratio] : row.items) {
      height = std::max(height, lay(child, ratio * row.height));
      rects[child].x = x;
      rects[child].y = y;
      x += rects[child].width + rule.gap[width_];
    }
    y += height + row_gap;
  }
  return std::max(0.0F, y - row_gap - inset.top);
}

}  // namespace lacit::layout
