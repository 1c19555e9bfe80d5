// Children side by side (CSS Flexible Box 1, row): grow and shrink, wrapped lines, alignment.
#include <algorithm>
#include <numeric>

#include "layout/flow.h"

namespace lacit::layout {

using document::Align;
using document::Justify;
using document::NodeId;
using document::Rule;

namespace {

struct Spread {
  float start = 0;    ///< Before the first child.
  float between = 0;  ///< Added to each gap.
};

Spread spread(Justify justify, float rest, std::size_t count) {
  if (rest <= 0) return {};
  if (justify == Justify::center) return {rest / 2, 0};
  if (justify == Justify::end) return {rest, 0};
  if (justify == Justify::between && count > 1) return {0, rest / static_cast<float>(count - 1)};
  return {};
}

}  // namespace

// CSS Flexbox 9.7: what is left goes to those that grow; what is missing comes by width from those whose text may wrap,
// and of whom one would be narrower than it may be, the others give its part.
std::vector<float> FlowLayout::row_widths(const std::vector<NodeId>& line, float inner, float gap) {
  std::vector<float> widths;
  float growing = 0;
  for (const NodeId child : line) {
    widths.push_back(child_width(child, inner, false));
    if (document::rule(tree_[child].style).grow) growing += 1;
  }
  const float gaps = gap * static_cast<float>(line.size() - 1);
  const float rest = inner - gaps - std::accumulate(widths.begin(), widths.end(), 0.0F);
  if (rest < 0) narrow(line, -rest, widths);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Rule& rule = document::rule(tree_[line[i]].style);
    if (rest > 0 && rule.grow) widths[i] += rest / growing;
    if (rule.max_width > 0) widths[i] = std::min(widths[i], rule.max_width);
  }
  return widths;
}

void FlowLayout::narrow(const std::vector<NodeId>& line, float missing, std::vector<float>& widths) const {
  std::vector<float> giving = widths;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Rule& rule = document::rule(tree_[line[i]].style);
    // Text that may not wrap has flex-shrink 0, and nothing is narrower than the width it is given (4.5).
    if (rule.nowrap || rule.width[width_] > 0) giving[i] = 0;
  }
  while (missing > 0) {
    const float sum = std::accumulate(giving.begin(), giving.end(), 0.0F);
    if (sum <= 0) return;
    bool froze = false;
    float given = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const float least = document::rule(tree_[line[i]].style).min_width;
      const float wanted = giving[i] - missing * giving[i] / sum;
      if (giving[i] <= 0 || wanted >= least) continue;
      froze = true;
      given += giving[i] - least;
      giving[i] = 0;
      widths[i] = least;
    }
    if (!froze) {
      for (std::size_t i = 0; i < line.size(); ++i) widths[i] -= missing * giving[i] / sum;
      return;
    }
    missing -= given;
  }
}

float FlowLayout::place_line(const std::vector<NodeId>& line, const Rule& rule, base::Point at, float inner) {
  const float gap = rule.gap[width_];
  const std::vector<float> widths = row_widths(line, inner, gap);
  float height = 0;
  float used = gap * static_cast<float>(line.size() - 1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    height = std::max(height, lay(line[i], widths[i]));
    used += widths[i];
  }
  const Spread extra = spread(rule.justify, inner - used, line.size());
  float x = at.x + extra.start;
  for (std::size_t i = 0; i < line.size(); ++i) {
    base::Rect& rect = rects[line[i]];
    const bool fixed = document::rule(tree_[line[i]].style).flow == document::Flow::leaf;
    if (rule.align == Align::stretch && !fixed) stretch(line[i], height);
    const float rest = height - rect.height;
    rect.x = x;
    rect.y = at.y + (rule.align == Align::center ? rest / 2 : rule.align == Align::end ? rest : 0);
    x += widths[i] + gap + extra.between;
  }
  return height;
}

float FlowLayout::lay_row(NodeId id, const base::Edges& inset, float inner) {
  const Rule& rule = document::rule(tree_[id].style);
  const float row_gap = rule.row_gap[width_] > 0 ? rule.row_gap[width_] : rule.gap[width_];
  std::vector<NodeId> line;
  float used = 0;
  float y = inset.top;
  const auto finish = [&] {
    if (line.empty()) return;
    y += place_line(line, rule, {inset.left, y}, inner) + row_gap;
    line.clear();
    used = 0;
  };
  for (const NodeId child : flow_children(id)) {
    const float width = child_width(child, inner, false);
    // Browsers keep lengths in 1/64 px: what overflows by less than that still fits.
    if (rule.wrap && !line.empty() && used + width > inner + 1.0F / 64.0F) finish();
    line.push_back(child);
    used += width + rule.gap[width_];
  }
  finish();
  return std::max(0.0F, y - row_gap - inset.top);
}

}  // namespace lacit::layout
