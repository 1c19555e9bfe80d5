#include "html/css_declarations.h"

#include "html/css_printer.h"

namespace lacit::html {

using document::Align;
using document::Color;
using document::Flow;
using document::Justify;
using document::Rule;
using document::Width;

namespace {

std::string px(float value) { return value == 0 ? "0" : css_number(value) + "px"; }

std::string edges(const base::Edges& e) {
  return px(e.top) + " " + px(e.right) + " " + px(e.bottom) + " " + px(e.left);
}

std::string_view align_value(Align align) {
  switch (align) {
    case Align::start: return "flex-start";
    case Align::center: return "center";
    case Align::end: return "flex-end";
    case Align::baseline: return "baseline";
    case Align::stretch: break;
  }
  return "stretch";
}

std::string_view justify_value(Justify justify) {
  switch (justify) {
    case Justify::center: return "center";
    case Justify::end: return "flex-end";
    case Justify::between: return "space-between";
    case Justify::start: break;
  }
  return "flex-start";
}

std::string_view display(const Rule& rule, Width width) {
  if (rule.hidden[width]) return "none";
  switch (rule.flow) {
    case Flow::stack:
    case Flow::row:
    case Flow::justified: return "flex";
    case Flow::grid: return "grid";
    case Flow::span: return "inline";
    case Flow::text:
    case Flow::leaf:
    case Flow::none:
    case Flow::browser: break;
  }
  return "block";
}

std::string tracks(const Rule& rule, Width width) {
  std::string columns;
  for (const float fraction : rule.tracks[width]) {
    if (fraction > 0) columns += (columns.empty() ? "minmax(0," : " minmax(0,") + css_number(fraction) + "fr)";
  }
  if (!columns.empty()) return columns;
  return "repeat(" + std::to_string(rule.columns[width]) + ",minmax(0,1fr))";
}

// Space under each row instead of between rows: the last one may be followed by one with nothing but the filler in it.
void add_justified(const Rule& rule, Width width, Declarations& out) {
  const float row_gap = rule.row_gap[width] > 0 ? rule.row_gap[width] : rule.gap[width];
  out.emplace_back("display", display(rule, width));
  out.emplace_back("flex-wrap", "wrap");
  out.emplace_back("align-items", "flex-start");
  out.emplace_back("column-gap", px(rule.gap[width]));
  out.emplace_back("margin-bottom", px(-row_gap));
  out.emplace_back("--row-gap", px(row_gap));
  out.emplace_back("--row-height", px(rule.row_height[width]));
}

void add_flow(const Rule& rule, Width width, Declarations& out) {
  if (rule.flow == Flow::justified) return add_justified(rule, width, out);
  out.emplace_back("display", display(rule, width));
  if (rule.flow == Flow::stack) out.emplace_back("flex-direction", "column");
  if (rule.flow == Flow::row && rule.wrap) out.emplace_back("flex-wrap", "wrap");
  if (rule.flow == Flow::grid) out.emplace_back("grid-template-columns", tracks(rule, width));
  const float row_gap = rule.row_gap[width] > 0 ? rule.row_gap[width] : rule.gap[width];
  if (rule.gap != document::PerWidth<float>{} || row_gap > 0) {
    out.emplace_back("gap", px(row_gap) + " " + px(rule.gap[width]));
  }
  const bool container = rule.flow == Flow::stack || rule.flow == Flow::row || rule.flow == Flow::grid;
  if (container) out.emplace_back("align-items", align_value(rule.align));
  if (container && rule.justify != Justify::start) out.emplace_back("justify-content", justify_value(rule.justify));
}

// One shorthand with the gutters in it: a later `padding` would undo a separate `padding-inline`.
std::string padding(const Rule& rule, Width width) {
  const base::Edges& e = rule.padding[width];
  if (!rule.gutter) return edges(e);
  const std::string least = px(document::least_gutter(width));
  return px(e.top) + " max(" + least + ",calc((100% - " + css_number(document::content_width) + "px)/2)) " +
         px(e.bottom);
}

void add_box(const Rule& rule, Width width, Declarations& out) {
  if (rule.gutter || rule.padding != document::PerWidth<base::Edges>{})
    out.emplace_back("padding", padding(rule, width));
  if (rule.grow) out.emplace_back("flex", "1 1 auto");
  if (rule.width != document::PerWidth<float>{}) {
    out.emplace_back("width", px(rule.width[width]));
  } else if (rule.flow == Flow::leaf) {
    out.emplace_back("width", "100%");
  }
  if (rule.row_ratio) out.emplace_back("aspect-ratio", "var(--ratio)");
  if (rule.height != document::PerWidth<float>{}) out.emplace_back("height", px(rule.height[width]));
  if (rule.max_width > 0) out.emplace_back("max-width", px(rule.max_width));
  if (rule.min_width > 0) out.emplace_back("min-width", px(rule.min_width));
  if (rule.min_height > 0) out.emplace_back("min-height", px(rule.min_height));
}

void add_border(const Rule& rule, Declarations& out) {
  if (rule.border == Color::none) return;
  out.emplace_back("border", "0 solid " + css_color(rule.border));
  const auto side = [&rule](float on) { return px(on * rule.border_width); };
  const base::Edges& s = rule.border_sides;
  out.emplace_back("border-width", side(s.top) + " " + side(s.right) + " " + side(s.bottom) + " " + side(s.left));
}

void add_paint(const Rule& rule, Declarations& out) {
  if (rule.color != Color::none) out.emplace_back("color", css_color(rule.color));
  if (rule.background != Color::none) {
    out.emplace_back("background", rule.background_to == Color::none ? css_color(rule.background)
                                                                     : "linear-gradient(" + css_color(rule.background) +
                                                                           "," + css_color(rule.background_to) + ")");
  }
  add_border(rule, out);
  if (rule.radius > 0) out.emplace_back("border-radius", px(rule.radius));
  if (rule.stripe != Color::none) out.emplace_back("box-shadow", "inset 6px 0 0 " + css_color(rule.stripe));
  if (rule.shadow == document::Shadow::card) out.emplace_back("box-shadow", "var(--shadow-card)");
  if (rule.shadow == document::Shadow::menu) out.emplace_back("box-shadow", "var(--shadow-menu)");
}

void add_type(const Rule& rule, Width width, Declarations& out) {
  if (rule.flow != Flow::text && rule.flow != Flow::none) return;
  const document::TypeStyle& type = document::type_style(rule.type);
  // Longhands: the `font` shorthand would set font-kerning and font-variant back (CSS Fonts 4, 2.7).
  out.emplace_back("font-weight", type.bold ? "700" : "400");
  out.emplace_back("font-size", px(type.size[width]));
  out.emplace_back("line-height", px(document::line_height(type, type.size[width])));
  if (rule.text_align != Align::start) {
    out.emplace_back("text-align", rule.text_align == Align::end ? "end" : align_value(rule.text_align));
  }
  if (rule.nowrap) {
    out.emplace_back("white-space", "nowrap");
    // In a row it gives no width away, since it cannot break (src/view/layout/flow_row.cpp).
    out.emplace_back("flex-shrink", "0");
  }
}

}  // namespace

std::string css_color(Color color) { return "var(--" + std::string(document::color_name(color)) + ")"; }

Declarations declarations(const Rule& rule, Width width) {
  Declarations out;
  if (rule.flow == Flow::browser) return out;
  add_flow(rule, width, out);
  add_box(rule, width, out);
  add_paint(rule, out);
  add_type(rule, width, out);
  const bool textual = rule.flow == Flow::text || rule.flow == Flow::span || rule.flow == Flow::none;
  if (textual) {
    out.emplace_back("text-decoration-line", rule.underline == document::Underline::always ? "underline" : "none");
  }
  return out;
}

}  // namespace lacit::html
