// Children under one another (CSS Flexible Box 1, column) and the widths that content asks for (CSS Sizing 3).
#include <algorithm>

#include "layout/flow.h"
#include "layout/text.h"

namespace lacit::layout {

using document::NodeId;
using document::Rule;
using FlowKind = document::Flow;

float FlowLayout::lay_stack(NodeId id, const base::Edges& inset, float inner) {
  const Rule& rule = document::rule(tree_[id].style);
  const bool stretched = rule.align == document::Align::stretch;
  const float gap = rule.row_gap[width_] > 0 ? rule.row_gap[width_] : rule.gap[width_];
  float y = inset.top;
  bool first = true;
  for (const NodeId child : flow_children(id)) {
    if (!first) y += gap;
    first = false;
    const float width = child_width(child, inner, stretched);
    const float height = lay(child, width);
    const float rest = inner - width;
    const float before = rule.align == document::Align::center ? rest / 2
                         : rule.align == document::Align::end  ? rest
                                                               : 0;
    rects[child].x = inset.left + before;
    rects[child].y = y;
    y += height;
  }
  return y - inset.top;
}

float FlowLayout::text_width(NodeId id) const {
  const Rule& rule = document::rule(tree_[id].style);
  const document::TypeStyle& type = document::type_style(rule.type);
  return break_lines({shown_runs(tree_, state_, id), type, type.size[width_], 0, rule.text_align, true}, measurer_)
      .width;
}

float FlowLayout::children_width(NodeId id) {
  const Rule& rule = document::rule(tree_[id].style);
  const float gap = rule.gap[width_];
  float widest = 0;
  float sum = 0;
  std::size_t count = 0;
  for (const NodeId child : flow_children(id)) {
    const float width = content_width(child);
    widest = std::max(widest, width);
    sum += width + (count > 0 ? gap : 0.0F);
    ++count;
  }
  if (rule.flow == FlowKind::row) return sum;
  if (rule.flow != FlowKind::grid) return widest;
  const auto columns = static_cast<float>(grid_tracks(rule, 1).size());
  return widest * columns + gap * (columns - 1);
}

float FlowLayout::content_width(NodeId id) {
  if (content_widths_[id] >= 0) return content_widths_[id];
  const Rule& rule = document::rule(tree_[id].style);
  float width = rule.width[width_];
  const base::Size* measured = browser_drawn(id);
  if (width <= 0 && measured != nullptr && measured->width > 0) {
    width = measured->width;
  } else if (width <= 0) {
    const bool text = rule.flow == FlowKind::text || rule.flow == FlowKind::none;
    width = (text ? text_width(id) : children_width(id)) + insets(id, 0).across();
    if (rule.max_width > 0) width = std::min(width, rule.max_width);
    width = std::max(width, rule.min_width);
  }
  content_widths_[id] = width;
  return width;
}

}  // namespace lacit::layout
