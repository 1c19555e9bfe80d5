#include "layout/layout.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/flow.h"
#include "layout/navigation.h"
#include "layout/text.h"

namespace lacit::layout {

using document::no_node;
using document::NodeId;
using document::Pin;

namespace {

// WCAG 1.4.10: at 400 % zoom a window is some 256 CSS px high; two pinned bars would hide half of it.
constexpr float tall_enough = 560;

bool stays(Pin pin, Viewport viewport) {
  return pin == Pin::top || pin == Pin::bottom || (pin == Pin::top_when_tall && viewport.height >= tall_enough);
}

base::Rect joined(const base::Rect& a, const base::Rect& b) {
  const float x = std::min(a.x, b.x);
  const float y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

// Turns positions relative to parents into positions in the page or in the viewport.
class Placer {
 public:
  Placer(const document::Tree& tree, FlowLayout& flow, Viewport viewport, const Detail& detail, Layout& out)
      : tree_(tree), flow_(flow), viewport_(viewport), detail_(detail), out_(out) {}

  void place(NodeId id, base::Point origin, ContainingBlock frame) {
    const document::Rule& rule = document::rule(tree_[id].style);
    Box& box = out_.boxes[id];
    box.rect = flow_.rects[id];
    box.rect.x += origin.x;
    box.rect.y += origin.y;
    box.shown = true;
    box.frame = frame;
    if (stays(rule.pin, viewport_)) pin(rule.pin, box);
    if (flow_.browser_drawn(id) != nullptr) return;
    add_fragments(id, box);
    if (rule.flow == document::Flow::text) return place_inline(id, box.frame);
    if (rule.deferred && !wants_detail(id, box)) return;
    for (NodeId child = tree_[id].first_child; child != no_node; child = tree_[child].next) {
      if (flow_.shown(child)) place(child, {box.rect.x, box.rect.y}, box.frame);
    }
  }

 private:
  bool wants_detail(NodeId id, const Box& box) {
    const bool wanted = box.rect.y < detail_.bottom && box.rect.bottom() > detail_.top;
    out_.deferred.push_back({id, wanted});
    if (wanted) flow_.lay_in_detail(id);
    return wanted;
  }

  void pin(Pin pin, Box& box) {
    box.frame = ContainingBlock::viewport;
    if (pin == Pin::bottom) {
      box.rect.y = viewport_.height - box.rect.height;
      out_.pinned_bottom = std::max(out_.pinned_bottom, box.rect.height);
    } else {
      out_.pinned_top = std::max(out_.pinned_top, box.rect.bottom());
    }
  }

  // Links in running text have no box of their own: theirs is what their fragments cover.
  void place_inline(NodeId block, ContainingBlock frame) {
    const auto [first, last] = out_.block_fragments[block];
    const document::Rule& rule = document::rule(tree_[block].style);
    const document::TypeStyle& type = document::type_style(rule.type);
    const float height = document::line_height(type, type.size[flow_.width_class()]);
    for (std::uint32_t i = first; i < last; ++i) {
      const Fragment& fragment = out_.fragments[i];
      const auto& runs = tree_[block].runs;
      const NodeId link = fragment.run < runs.size() ? runs[fragment.run].link : no_node;
      if (link == no_node) continue;
      Box& box = out_.boxes[link];
      box.rect = box.shown ? joined(box.rect, {fragment.x, fragment.top, fragment.width, height})
                           : base::Rect{fragment.x, fragment.top, fragment.width, height};
      box.shown = true;
      box.frame = frame;
    }
  }

  void add_fragments(NodeId id, const Box& box) {
    const auto first = static_cast<std::uint32_t>(out_.fragments.size());
    for (Fragment fragment : flow_.fragments[id]) {
      fragment.x += box.rect.x;
      fragment.top += box.rect.y;
      out_.fragments.push_back(fragment);
    }
    out_.block_fragments[id] = {first, static_cast<std::uint32_t>(out_.fragments.size())};
  }

  const document::Tree& tree_;
  FlowLayout& flow_;
  Viewport viewport_;
  const Detail& detail_;
  Layout& out_;
};

// The skip link and whatever else shows only with focus: at the viewport's top left corner, over everything.
void place_focused(const document::Tree& tree, const State& state, FlowLayout& flow, Placer& placer) {
  const NodeId id = state.focused;
  if (id == no_node || document::rule(tree[id].style).flow != document::Flow::none) return;
  flow.lay(id, flow.content_width(id));
  flow.rects[id].x = 8;
  flow.rects[id].y = 8;
  placer.place(id, {}, ContainingBlock::viewport);
}

}  // namespace

State State::of(const document::Tree& tree) {
  State state;
  state.hidden.resize(tree.size());
  state.open.resize(tree.size());
  state.invalid.resize(tree.size());
  for (NodeId id = 0; id < tree.size(); ++id) {
    state.hidden[id] = tree[id].has(document::Flag::hidden);
    state.open[id] = tree[id].has(document::Flag::open);
  }
  return state;
}

std::span<const document::Run> shown_runs(const document::Tree& tree, const State& state, NodeId block) {
  const auto replaced = state.text.find(block);
  if (replaced == state.text.end()) return tree[block].runs;
  return {&replaced->second, 1};
}

bool can_draw(const document::Tree& tree, const State& state, NodeId block, const Measurer& measurer) {
  const bool bold = document::type_style(document::rule(tree[block].style).type).bold;
  return std::ranges::all_of(shown_runs(tree, state, block), [&](const document::Run& run) {
    char32_t c = 0;
    for (std::size_t at = 0, used = 0; (used = base::decode(run.text, at, c)) != 0; at += used) {
      if (!run.unseen && !measurer.draws(c, bold || run.strong)) return false;
    }
    return true;
  });
}

Layout lay_out(const document::Tree& tree, const State& state, Viewport viewport, const Measurer& measurer,
               Detail& detail) {
  FlowLayout flow(tree, state, viewport, measurer, detail.sizes);
  if (!detail.navigation) detail.navigation = navigation_thresholds(tree, measurer);
  flow.limit_navigation(navigation_capacity(*detail.navigation, viewport));
  Layout out;
  out.width_class = flow.width_class();
  out.boxes.resize(tree.size());
  out.block_fragments.resize(tree.size());
  out.height = flow.lay(0, viewport.width);
  Placer placer(tree, flow, viewport, detail, out);
  placer.place(0, {}, ContainingBlock::page);
  place_focused(tree, state, flow, placer);
  return out;
}

Layout lay_out(const document::Tree& tree, const State& state, Viewport viewport, const Measurer& measurer) {
  Detail all;
  return lay_out(tree, state, viewport, measurer, all);
}

bool lacks_detail(const Layout& layout, float top, float bottom) {
  return std::ranges::any_of(layout.deferred, [&](const Layout::Deferred& each) {
    const base::Rect& rect = layout.boxes[each.id].rect;
    return !each.detailed && rect.y < bottom && rect.bottom() > top;
  });
}

}  // namespace lacit::layout
