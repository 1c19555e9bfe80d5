#include "paint/brush.h"

#include <algorithm>

namespace lacit::paint {

using document::Color;
using document::no_node;
using document::NodeId;
using document::Rule;

namespace {
constexpr float lift_height = 2;  // CSS pixels, on hover.
constexpr float stripe_width = 6;
constexpr float current_height = 3;
constexpr float invalid_width = 2;
constexpr float ring_gap = 2;
constexpr float ring_width = 3;
}  // namespace

Brush::Brush(const Painter& painter, const Frame& frame, Surface& surface)
    : painter_(painter), frame_(frame), surface_(surface), width_(frame.layout.width_class) {}

ImU32 Brush::color(Color token, float alpha) const {
  return packed(frame_.palette[static_cast<std::size_t>(token)], alpha);
}

ImU32 Brush::text_color(NodeId id) const {
  const NodeId owner = frame_.scene.inherited(id).color_owner;
  const Rule& rule = document::rule(frame_.tree[owner].style);
  const ImU32 rest = color(rule.color == Color::none ? Color::ink : rule.color);
  if (rule.hover_color == Color::none) return rest;
  return mixed(rest, color(rule.hover_color), frame_.motion.hovered(owner));
}

void Brush::follow(NodeId id) {
  const Inherited& inherited = frame_.scene.inherited(id);
  const bool pinned = frame_.layout.boxes[id].frame == layout::ContainingBlock::viewport;
  float y = pinned ? 0 : -frame_.scroll;
  if (inherited.lifted != no_node) {
    y -= lift_height * frame_.motion.hovered(inherited.lifted);
    if (frame_.motion.pressed(inherited.lifted)) y += lift_height / 2;
  }
  surface_.move({0, y});
}

void Brush::draw(NodeId id) {
  if (frame_.state.browser_drawn.contains(id)) return;
  const Rule& rule = document::rule(frame_.tree[id].style);
  const base::Rect& rect = frame_.layout.boxes[id].rect;
  follow(id);
  // A link in running text is drawn with its block's lines.
  const NodeId parent = frame_.tree[id].parent;
  if (parent != no_node && document::rule(frame_.tree[parent].style).flow == document::Flow::text) return;
  draw_box(id, rule, rect);
  if (frame_.tree[id].kind == document::Kind::image) draw_image(id, rule, rect);
  if (frame_.tree[id].kind == document::Kind::icon) draw_picture_icon(id, rect);
  if (rule.marker != document::Marker::none) draw_marker(id, rule, rect);
  draw_lines(id, rule);
}

void Brush::draw_box(NodeId id, const Rule& rule, const base::Rect& rect) {
  if (rule.shadow != document::Shadow::none) {
    // 0 1 2 at 6 % and 0 8 24 at 8 % of deep: the look's tokens; the first is thin enough for a plain line.
    const bool menu = rule.shadow == document::Shadow::menu;
    const float strength = (menu ? 0.16F : 0.08F) + 0.06F * frame_.motion.hovered(id);
    painter_.shadows.draw(surface_, rect, 8, color(Color::deep, strength));
    surface_.fill({rect.x, rect.y + 1, rect.width, rect.height}, color(Color::deep, 0.06F), rule.radius);
  }
  draw_ground(id, rule, rect);
  if (!meets_round_top(id, rect)) draw_edges(rule, rect);
  if (frame_.tree[id].kind == document::Kind::field && frame_.state.invalid[id]) {
    surface_.outline(rect, color(Color::danger), rule.radius, invalid_width);
  }
  if (frame_.tree[id].kind == document::Kind::progress) draw_progress(id, rule, rect);
  if (rule.current_stripe != Color::none && frame_.tree[id].has(document::Flag::current)) {
    surface_.fill({rect.x, rect.bottom() - current_height, rect.width, current_height}, color(rule.current_stripe));
  }
}

void Brush::draw_ground(NodeId id, const Rule& rule, const base::Rect& rect) {
  const float hover = frame_.motion.hovered(id);
  const Color ground = rule.background;
  if (ground != Color::none && rule.background_to != Color::none) {
    surface_.gradient(rect, color(ground), color(rule.background_to));
  } else if (ground != Color::none || (rule.hover_background != Color::none && hover > 0)) {
    const ImU32 rest = ground == Color::none ? color(rule.hover_background, 0) : color(ground);
    const ImU32 over = rule.hover_background == Color::none ? rest : color(rule.hover_background);
    fill_beside_stripe(rule, rect, mixed(rest, over, hover));
    return;
  }
  // Nothing to cover with: such boxes have no round corners.
  if (rule.stripe != Color::none) surface_.fill({rect.x, rect.y, stripe_width, rect.height}, color(rule.stripe));
}

// CSS Backgrounds 3, 6.1.1: an inset shadow lies around the shape within the border, moved, so that its inner edge
// follows the round corners. Clipped to the left, where no pixel of the right corners is mixed with its colour.
void Brush::fill_beside_stripe(const Rule& rule, const base::Rect& rect, ImU32 ground) {
  surface_.fill(rect, ground, rule.radius);
  if (rule.stripe == Color::none) return;
  const float edge = rule.border == Color::none ? 0 : rule.border_width;
  const float left = rect.x + edge + stripe_width;
  const ImVec2 from = surface_.snapped(rect.x, rect.y);
  const ImVec2 to = surface_.snapped(left + rule.radius, rect.bottom());
  surface_.list.PushClipRect(from, to, true);
  surface_.fill(rect, color(rule.stripe), rule.radius);
  surface_.fill({left, rect.y + edge, rect.right() - left, rect.height - 2 * edge}, ground, rule.radius - edge);
  surface_.list.PopClipRect();
}

void Brush::draw_progress(NodeId id, const Rule& rule, const base::Rect& rect) {
  const auto found = frame_.state.progress.find(id);
  const float width =
      rect.width * (found == frame_.state.progress.end() ? 0.0F : std::clamp(found->second, 0.0F, 1.0F));
  // Narrower than its own ends are round it would not be a bar yet.
  if (width >= rect.height) surface_.fill({rect.x, rect.y, width, rect.height}, color(Color::brand), rule.radius);
}

// The line above a row is straight, where the corners of the table are round: at its top the table's own is enough
// (web/css/60-plain.css has the same).
bool Brush::meets_round_top(NodeId id, const base::Rect& rect) const {
  if (frame_.tree[id].kind != document::Kind::row) return false;
  for (NodeId at = frame_.tree[id].parent; at != document::no_node; at = frame_.tree[at].parent) {
    const Rule& around = document::rule(frame_.tree[at].style);
    if (rect.y - frame_.layout.boxes[at].rect.y > around.border_width) return false;
    if (around.radius > 0) return true;
  }
  return false;
}

void Brush::draw_edges(const Rule& rule, const base::Rect& rect) {
  if (rule.border != Color::none) {
    const ImU32 line = color(rule.border);
    const base::Edges& sides = rule.border_sides;
    const float width = rule.border_width;
    if (sides == base::Edges{1, 1, 1, 1}) {
      surface_.outline(rect, line, rule.radius, width);
    } else {
      if (sides.top > 0) surface_.fill({rect.x, rect.y, rect.width, width}, line);
      if (sides.bottom > 0) surface_.fill({rect.x, rect.bottom() - width, rect.width, width}, line);
      if (sides.left > 0) surface_.fill({rect.x, rect.y, width, rect.height}, line);
      if (sides.right > 0) surface_.fill({rect.right() - width, rect.y, width, rect.height}, line);
    }
  }
}

// WCAG 2.4.13: a ring of accent outside of a gap in the page's colour, so that it shows on any ground.
void Brush::draw_ring(NodeId id) {
  const layout::Box& box = frame_.layout.boxes[id];
  if (!box.shown || frame_.state.browser_drawn.contains(id)) return;
  follow(id);
  const Rule& rule = document::rule(frame_.tree[id].style);
  const auto grown = [&box](float by) {
    return base::Rect{box.rect.x - by, box.rect.y - by, box.rect.width + 2 * by, box.rect.height + 2 * by};
  };
  const float radius = std::max(rule.radius, 4.0F);
  const float out = rule.ring_inside ? -ring_width : ring_gap;
  surface_.outline(grown(out), color(Color::paper), radius + out, ring_gap);
  surface_.outline(grown(out + ring_width), color(Color::accent), radius + out + ring_width, ring_width);
}

bool Brush::is_open(NodeId id) const {
  for (; id != no_node; id = frame_.tree[id].parent) {
    if (frame_.tree[id].kind == document::Kind::details) return frame_.state.open[id];
  }
  return false;
}

}  // namespace lacit::paint
