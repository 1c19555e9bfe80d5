// What is inside of boxes: lines of text, list markers, pictures and icons.
#include <algorithm>
#include <string>

#include "document/icons.h"
#include "layout/text.h"
#include "paint/brush.h"
#include "paint/icon.h"
#include "paint/placeholder.h"

namespace lacit::paint {

using document::Attribute;
using document::Color;
using document::no_node;
using document::NodeId;
using document::Rule;

TextLook Brush::look_of(NodeId block, const document::Run& run) const {
  const Rule& rule = document::rule(frame_.tree[block].style);
  const document::TypeStyle& type = document::type_style(rule.type);
  const float size = type.size[width_];
  TextLook look{.size = size,
                .baseline = painter_.baselines.offset(size, document::line_height(type, size), frame_.measurer),
                .color = text_color(run.link == no_node ? block : run.link),
                .bold = type.bold || run.strong,
                .oblique = run.emphasis};
  const NodeId underlined = run.link == no_node ? block : run.link;
  const document::Underline underline = document::rule(frame_.tree[underlined].style).underline;
  look.underline = underline == document::Underline::always ||
                   (underline == document::Underline::hover && frame_.motion.hovered(underlined) > 0);
  return look;
}

void Brush::draw_lines(NodeId id, const Rule& rule) {
  const auto [first, last] = frame_.layout.block_fragments[id];
  if (first == last || rule.flow == document::Flow::leaf) return;
  const std::span<const document::Run> runs = layout::shown_runs(frame_.tree, frame_.state, id);
  for (std::uint32_t i = first; i < last; ++i) {
    const layout::Fragment& fragment = frame_.layout.fragments[i];
    const document::Run& run = runs[fragment.run];
    const std::string_view text = std::string_view(run.text).substr(fragment.begin, fragment.end - fragment.begin);
    draw_text(surface_, painter_.fonts, frame_.measurer, text, fragment.x, fragment.top, look_of(id, run));
  }
}

void Brush::draw_marker(NodeId id, const Rule& rule, const base::Rect& rect) {
  const document::TypeStyle& type = document::type_style(rule.type);
  const float line = document::line_height(type, type.size[width_]);
  const float top = rect.y + rule.padding[width_].top;
  if (rule.marker == document::Marker::dot) {
    constexpr float dot = 8;
    const ImVec2 centre = surface_.at(rect.x + dot / 2 + 1, top + line / 2);
    surface_.list.AddCircleFilled(centre, dot / 2 * surface_.ratio, color(Color::accent));
    return;
  }
  constexpr float disc = disc_size;
  int number = 1;
  const NodeId parent = frame_.tree[id].parent;
  for (NodeId child = frame_.tree[parent].first_child; child != id; child = frame_.tree[child].next) ++number;
  const base::Rect circle{rect.x, rect.y + rule.padding[width_].top, disc, disc};
  surface_.fill(circle, color(document::number_ground), disc / 2);
  const std::string digits = std::to_string(number);
  const float baseline = painter_.baselines.offset(disc_figure, disc_size, frame_.measurer);
  const TextLook look{.size = disc_figure, .baseline = baseline, .color = color(document::number_figure), .bold = true};
  float width = 0;
  for (const char c : digits) width += frame_.measurer.advance(static_cast<char32_t>(c), true) * look.size;
  draw_text(surface_, painter_.fonts, frame_.measurer, digits, circle.x + (disc - width) / 2, circle.y, look);
}

void Brush::draw_image(NodeId id, const Rule& rule, const base::Rect& rect) {
  const Picture picture = frame_.picture(id);
  const bool there = picture.texture != 0 && picture.size.width > 0 && rect.height > 0;
  const float radius = rule.radius * surface_.ratio;
  const ImVec2 from = surface_.snapped(rect.x, rect.y);
  const ImVec2 to = surface_.snapped(rect.right(), rect.bottom());
  if (!there && picture.placeholder == 0) surface_.fill(rect, color(Color::tint), rule.radius);
  if (picture.placeholder != 0 && (!there || picture.opacity < 1)) {
    // From the middle of the outermost colours: past it there is nothing to blend with.
    constexpr ImVec2 inset{0.5F / placeholder_columns, 0.5F / placeholder_rows};
    const ImVec2 rest{1 - inset.x, 1 - inset.y};
    surface_.list.AddImageRounded(picture.placeholder, from, to, inset, rest, IM_COL32_WHITE, radius);
  }
  if (!there) return;
  // CSS object-fit: cover: the middle of the picture, as much as has the box's ratio.
  const float scale = std::max(rect.width / picture.size.width, rect.height / picture.size.height);
  const float u = (1 - rect.width / (picture.size.width * scale)) / 2;
  const float v = (1 - rect.height / (picture.size.height * scale)) / 2;
  surface_.list.AddImageRounded(picture.texture, from, to, {u, v}, {1 - u, 1 - v}, packed(0xFFFFFF, picture.opacity),
                                radius);
}

void Brush::draw_picture_icon(NodeId id, const base::Rect& rect) {
  const std::string_view name = frame_.tree[id].attribute(Attribute::icon);
  const float turn = name == "chevron" && is_open(id) ? 2.0F : 0.0F;
  draw_icon(surface_, document::icon_path(name), rect, text_color(id), turn);
}

}  // namespace lacit::paint
