#include "layout/flow.h"

#include <algorithm>

#include "document/row_ratio.h"
#include "layout/text.h"

namespace lacit::layout {

using document::Kind;
using document::no_node;
using document::NodeId;
using document::Rule;
using FlowKind = document::Flow;

namespace {

// A picture's or field's height for its width: fixed by the rule, or from the picture's own ratio.
float leaf_height(const document::Node& node, const Rule& rule, document::Width width_class, float width) {
  if (rule.height[width_class] > 0) return rule.height[width_class];
  const auto number = [&node](document::Attribute name) {
    float value = 0;
    for (const char c : node.attribute(name)) {
      if (c < '0' || c > '9') break;
      value = value * 10 + static_cast<float>(c - '0');
    }
    return value;
  };
  const float own_width = number(document::Attribute::width);
  return own_width > 0 ? width * number(document::Attribute::height) / own_width : 0;
}

}  // namespace

FlowLayout::FlowLayout(const document::Tree& tree, const State& state, Viewport viewport, const Measurer& measurer,
                       std::vector<std::pair<NodeId, base::Size>>& sizes)
    : rects(tree.size()),
      fragments(tree.size()),
      tree_(tree),
      state_(state),
      viewport_(viewport),
      measurer_(measurer),
      sizes_(sizes),
      width_(document::width_class(viewport.media_width)),
      content_widths_(tree.size(), -1.0F),
      displaced_(tree.size(), false) {}

bool FlowLayout::shown(NodeId id) const {
  const Rule& rule = document::rule(tree_[id].style);
  if (state_.hidden[id] || displaced_[id] || rule.hidden[width_]) return false;
  if (rule.flow == FlowKind::browser) return false;
  if (rule.flow == FlowKind::none) return state_.focused == id;
  const NodeId parent = tree_[id].parent;
  if (parent == no_node || tree_[parent].kind != Kind::details || state_.open[parent]) return true;
  return tree_[id].kind == Kind::summary;  // HTML 4.11.1: a closed details shows its summary only.
}

bool FlowLayout::in_flow(NodeId id) const {
  const Rule& rule = document::rule(tree_[id].style);
  return shown(id) && !rule.floating && rule.flow != FlowKind::none;
}

const base::Size* FlowLayout::browser_drawn(NodeId id) const {
  const auto found = state_.browser_drawn.find(id);
  return found == state_.browser_drawn.end() ? nullptr : &found->second;
}

base::Edges FlowLayout::insets(NodeId id, float width) const {
  const Rule& rule = document::rule(tree_[id].style);
  base::Edges inset = rule.padding[width_];
  if (rule.gutter) {
    inset.left = inset.right = std::max(document::least_gutter(width_), (width - document::content_width) / 2);
  }
  if (rule.border != document::Color::none) {
    inset.top += rule.border_sides.top * rule.border_width;
    inset.right += rule.border_sides.right * rule.border_width;
    inset.bottom += rule.border_sides.bottom * rule.border_width;
    inset.left += rule.border_sides.left * rule.border_width;
  }
  return inset;
}

std::vector<NodeId> FlowLayout::flow_children(NodeId id) const {
  std::vector<NodeId> children;
  for (NodeId child = tree_[id].first_child; child != no_node; child = tree_[child].next) {
    if (in_flow(child)) children.push_back(child);
  }
  return children;
}

float FlowLayout::lay(NodeId id, float width) {
  if (!document::rule(tree_[id].style).deferred) return lay_all(id, width);
  auto known = std::ranges::find(sizes_, id, &std::pair<NodeId, base::Size>::first);
  if (known == sizes_.end()) known = sizes_.insert(known, {id, {}});
  base::Size& size = known->second;
  if (size.width != width) size = {width, lay_all(id, width)};
  rects[id].width = width;
  return rects[id].height = size.height;
}

float FlowLayout::lay_all(NodeId id, float width) {
  const base::Size* measured = browser_drawn(id);
  if (measured != nullptr && measured->height > 0) {
    rects[id].width = width;
    return rects[id].height = measured->height;
  }
  const Rule& rule = document::rule(tree_[id].style);
  const base::Edges inset = insets(id, width);
  const float inner = std::max(0.0F, width - inset.across());
  float height = 0;
  switch (rule.flow) {
    case FlowKind::none:
    case FlowKind::span:
    case FlowKind::text: height = lay_text(id, inset, inner) + inset.down(); break;
    case FlowKind::leaf: height = lay_leaf(id, width); break;
    case FlowKind::stack: height = lay_stack(id, inset, inner) + inset.down(); break;
    case FlowKind::row: height = lay_row(id, inset, inner) + inset.down(); break;
    case FlowKind::grid: height = lay_grid(id, inset, inner) + inset.down(); break;
    case FlowKind::justified: height = lay_justified(id, inset, inner) + inset.down(); break;
    case FlowKind::browser: break;  // Never shown, so never laid.
  }
  rects[id].width = width;
  rects[id].height = height;
  const float least = std::max(rule.min_height, rule.flow == FlowKind::leaf ? 0.0F : rule.height[width_]);
  if (height < least) stretch(id, least);
  lay_floating(id);
  return rects[id].height;
}

float FlowLayout::lay_text(NodeId id, const base::Edges& inset, float inner) {
  const Rule& rule = document::rule(tree_[id].style);
  const document::TypeStyle& type = document::type_style(rule.type);
  const std::span<const document::Run> runs = shown_runs(tree_, state_, id);
  const float size = type.size[width_];
  TextLines lines = break_lines({runs, type, size, inner, rule.text_align, rule.nowrap}, measurer_);
  for (Fragment& fragment : lines.fragments) {
    fragment.block = id;
    fragment.x += inset.left;
    fragment.top += inset.top;
  }
  fragments[id] = std::move(lines.fragments);
  return static_cast<float>(lines.lines) * document::line_height(type, size);
}

float FlowLayout::lay_leaf(NodeId id, float width) {
  const Rule& rule = document::rule(tree_[id].style);
  if (rule.row_ratio) return width * 100 / static_cast<float>(document::row_ratio_percent(tree_, id));
  return leaf_height(tree_[id], rule, width_, width);
}

// CSS Display 3: out of flow, under its parent and flush with its right edge, never wider than the window.
void FlowLayout::lay_floating(NodeId id) {
  for (NodeId child = tree_[id].first_child; child != no_node; child = tree_[child].next) {
    const Rule& rule = document::rule(tree_[child].style);
    if (!rule.floating || !shown(child)) continue;
    const float most = viewport_.width - (width_ == document::Width::compact ? 40.0F : 48.0F);
    const float wanted = rule.width[width_] > 0 ? rule.width[width_] : content_width(child);
    const float width = std::min(std::max(wanted, rule.min_width), most);
    lay(child, width);
    rects[child].x = rects[id].width - width;
    rects[child].y = rects[id].height;
  }
}

float FlowLayout::child_width(NodeId child, float available, bool stretched) {
  const Rule& rule = document::rule(tree_[child].style);
  float width = rule.width[width_] > 0 ? rule.width[width_] : stretched ? available : content_width(child);
  if (rule.max_width > 0) width = std::min(width, rule.max_width);
  return std::min(std::max(width, rule.min_width), available);
}

void FlowLayout::shift_children(NodeId id, float down) {
  for (NodeId child = tree_[id].first_child; child != no_node; child = tree_[child].next) {
    rects[child].y += down;
  }
  for (Fragment& fragment : fragments[id]) fragment.top += down;
}

void FlowLayout::stretch(NodeId id, float height) {
  const Rule& rule = document::rule(tree_[id].style);
  const float extra = height - rects[id].height;
  rects[id].height = height;
  if (extra <= 0 || rule.flow == FlowKind::leaf) return;
  const bool row = rule.flow == FlowKind::row;
  const bool centred = row ? rule.align == document::Align::center : rule.justify == document::Justify::center;
  const bool ended = row ? rule.align == document::Align::end : rule.justify == document::Justify::end;
  if (centred) shift_children(id, extra / 2);
  if (ended) shift_children(id, extra);
}

}  // namespace lacit::layout
