// Children in columns (CSS Grid 1 with `minmax(0, Nfr)` tracks and automatic rows).
#include <algorithm>
#include <numeric>

#include "layout/flow.h"

namespace lacit::layout {

using document::Align;
using document::NodeId;
using document::Rule;

std::vector<float> FlowLayout::grid_tracks(const Rule& rule, float inner) const {
  std::vector<float> fractions;
  for (const float fraction : rule.tracks[width_]) {
    if (fraction > 0) fractions.push_back(fraction);
  }
  if (fractions.empty()) fractions.assign(std::max<std::size_t>(1, rule.columns[width_]), 1.0F);
  const float sum = std::accumulate(fractions.begin(), fractions.end(), 0.0F);
  const float free = inner - rule.gap[width_] * static_cast<float>(fractions.size() - 1);
  for (float& fraction : fractions) fraction = std::max(0.0F, free * fraction / sum);
  return fractions;
}

float FlowLayout::lay_grid(NodeId id, const base::Edges& inset, float inner) {
  const Rule& rule = document::rule(tree_[id].style);
  const std::vector<float> tracks = grid_tracks(rule, inner);
  const float gap = rule.gap[width_];
  const float row_gap = rule.row_gap[width_] > 0 ? rule.row_gap[width_] : gap;
  std::vector<NodeId> row;
  std::size_t column = 0;
  float x = inset.left;
  float y = inset.top;
  float height = 0;
  const auto finish = [&] {
    for (const NodeId child : row) {
      const float rest = height - rects[child].height;
      if (rule.align == Align::stretch) stretch(child, height);
      rects[child].y = y + (rule.align == Align::center ? rest / 2 : rule.align == Align::end ? rest : 0);
    }
    y += height + row_gap;
    row.clear();
    column = 0;
    x = inset.left;
    height = 0;
  };
  for (const NodeId child : flow_children(id)) {
    const std::size_t wanted = std::max<std::size_t>(1, document::rule(tree_[child].style).column_span[width_]);
    // 255: whatever the row has left, a whole row where it has nothing left.
    if (column == tracks.size() || (wanted != 255 && column > 0 && column + wanted > tracks.size())) finish();
    const std::size_t span = std::min(wanted, tracks.size() - column);
    float width = gap * static_cast<float>(span - 1);
    for (std::size_t i = 0; i < span; ++i) width += tracks[column + i];
    const float own = child_width(child, width,
                                  rule.align == Align::stretch || rule.align == Align::start ||
                                      rule.align == Align::center || rule.align == Align::end);
    height = std::max(height, lay(child, own));
    rects[child].x = x;
    row.push_back(child);
    column += span;
    x += width + gap;
  }
  if (!row.empty()) finish();
  return std::max(0.0F, y - row_gap - inset.top);
}

}  // namespace lacit::layout
