#include "html/css_printer.h"

#include <algorithm>
#include <cmath>

#include "document/palette.h"
#include "html/css_declarations.h"

namespace lacit::html {

using document::Color;
using document::Marker;
using document::Pin;
using document::Rule;
using document::Style;
using document::Width;

namespace {

std::string block(const std::string& selector, const Declarations& declarations) {
  if (declarations.empty()) return {};
  std::string text = selector + "{";
  for (const auto& [name, value] : declarations) text += name + ":" + value + ";";
  text.back() = '}';
  return text + "\n";
}

Declarations changed(const Declarations& from, const Declarations& to) {
  Declarations out;
  std::ranges::copy_if(to, std::back_inserter(out),
                       [&from](const auto& entry) { return std::ranges::find(from, entry) == from.end(); });
  return out;
}

std::string selector_of(Style style) { return "." + std::string(document::style_name(style)); }

std::string hover(const std::string& selector, const Rule& rule) {
  Declarations over;
  if (rule.hover_color != Color::none) over.emplace_back("color", css_color(rule.hover_color));
  if (rule.hover_background != Color::none) over.emplace_back("background", css_color(rule.hover_background));
  if (rule.underline == document::Underline::hover) over.emplace_back("text-decoration-line", "underline");
  if (rule.lift) over.emplace_back("transform", "translateY(-2px)");
  // Touch screens keep :hover after a tap; the painted view has none there either.
  const std::string rules = block(selector + ":hover", over);
  return rules.empty() ? rules : "@media (hover:hover){" + rules + "}\n";
}

// Drawn before the item's text, in its left padding; layout and paint know the same numbers (paint/brush_content.cpp).
std::string marker(const std::string& selector, const Rule& rule) {
  const document::TypeStyle& type = document::type_style(rule.type);
  if (rule.marker == Marker::dot) {
    const std::string line = css_number(type.line_height) + "em";
    return block(selector, {{"position", "relative"}}) +
           block(selector + "::before", {{"content", "\"\""},
                                         {"position", "absolute"},
                                         {"left", "1px"},
                                         {"top", "calc((" + line + " - 8px)/2)"},
                                         {"width", "8px"},
                                         {"height", "8px"},
                                         {"border-radius", "50%"},
                                         {"background", css_color(Color::accent)}});
  }
  if (rule.marker == Marker::number) {
    return block(selector, {{"position", "relative"}, {"counter-increment", "step"}}) +
           block(selector + "::before", {{"content", "counter(step)"},
                                         {"position", "absolute"},
                                         {"left", "0"},
                                         {"top", "0"},
                                         {"width", "36px"},
                                         {"font-weight", "700"},
                                         {"font-size", "18px"},
                                         {"line-height", "36px"},
                                         {"text-align", "center"},
                                         {"border-radius", "50%"},
                                         {"color", css_color(document::number_figure)},
                                         {"background", css_color(document::number_ground)}});
  }
  return {};
}

std::string pin(const std::string& selector, const Rule& rule) {
  switch (rule.pin) {
    case Pin::top: return block(selector, {{"position", "sticky"}, {"top", "0"}, {"z-index", "30"}});
    case Pin::top_when_tall:
      return "@media (min-height:560px){" +
             block(selector, {{"position", "sticky"},
                              {"top", css_number(document::rule(Style::crisis_bar).min_height) + "px"},
                              {"z-index", "20"}}) +
             "}\n";
    case Pin::bottom:  // of the window, on a page that is shorter, too
      return block(selector, {{"position", "sticky"}, {"bottom", "0"}, {"margin-top", "auto"}, {"z-index", "25"}});
    case Pin::none: break;
  }
  return {};
}

// What layout/flow_justified.cpp does. The filler takes what the last row leaves, unless that is less than a quarter.
std::string justified(const std::string& selector, const Rule& rule) {
  if (rule.flow != document::Flow::justified) return {};
  return block(selector + ">*", {{"flex", "calc(100*var(--ratio)) 1 calc(var(--ratio)*var(--row-height))"},
                                 {"min-width", "0"},
                                 {"margin-bottom", "var(--row-gap)"}}) +
         block(selector + "::after", {{"content", "\"\""}, {"flex", "1000000 1 25%"}});
}

std::string extras(Style style, const Rule& rule) {
  const std::string selector = selector_of(style);
  std::string text = hover(selector, rule) + marker(selector, rule) + pin(selector, rule) + justified(selector, rule);
  if (rule.current_stripe != Color::none) {
    text += block(selector + "[aria-current]", {{"box-shadow", "inset 0 -3px 0 " + css_color(rule.current_stripe)}});
  }
  if (rule.ring_inside) {
    text += block(selector + ":focus-visible", {{"outline-offset", "-5px"}, {"box-shadow", "none"}});
  }
  if (rule.floating) {
    text += block(selector, {{"position", "absolute"},
                             {"top", "100%"},
                             {"right", "0"},
                             {"z-index", "40"},
                             {"max-width", "calc(100vw - 40px)"}});
  }
  return text;
}

// Grid items that take what their row has left (column_span 255): where that starts depends on how many come before.
std::string rest_of_row(Width width) {
  const unsigned columns = document::rule(Style::card_grid).columns[width];
  std::string text;
  for (unsigned before = 0; before < columns; ++before) {
    const std::string place = std::to_string(columns) + "n+" + std::to_string(before + 1);
    text += block(selector_of(Style::statement) + ":nth-child(" + place + ")",
                  {{"grid-column", "span " + std::to_string(columns - before)}});
  }
  return text;
}

std::string at_width(Width width, float from) {
  std::string rules;
  const auto narrower = static_cast<Width>(static_cast<int>(width) - 1);
  for (std::size_t i = 1; i < document::style_count(); ++i) {
    const auto style = static_cast<Style>(i);
    const Rule& rule = document::rule(style);
    rules += block(selector_of(style), changed(declarations(rule, narrower), declarations(rule, width)));
  }
  return "@media (min-width:" + css_number(from) + "px){\n" + rules + rest_of_row(width) + "}\n";
}

std::uint32_t channel_mix(std::uint32_t a, std::uint32_t b, unsigned shift) {
  return ((a >> shift & 0xFFU) * 3 + (b >> shift & 0xFFU)) / 4 << shift;
}

std::string tokens(const document::Palette& palette) {
  std::string text;
  for (std::size_t i = 1; i < palette.size(); ++i) {
    char hex[8];
    std::snprintf(hex, sizeof hex, "#%06x", static_cast<unsigned>(palette[i]));
    text += "--" + std::string(document::color_name(static_cast<Color>(i))) + ":" + hex + ";";
  }
  return text;
}

// By the system's choice, and over it by the visitor's.
std::string themes(const document::Palette& light, const document::Palette& dark) {
  const std::string dark_tokens = tokens(dark) + "color-scheme:dark";
  return ":root{" + tokens(light) +
         "color-scheme:light}\n@media (prefers-color-scheme:dark){:root:not([data-theme=light]){" + dark_tokens +
         "}}\n:root[data-theme=dark]{" + dark_tokens + "}\n";
}

/// Red is a sign of its own and no token: 6:1 and more on any paper that lets ink be read, light or dark.
void set_danger(document::Palette& palette) {
  const std::uint32_t paper = palette[static_cast<std::size_t>(Color::paper)];
  const bool dark = (paper >> 8U & 0xFFU) < 0x80U;  // Green is most of brightness.
  palette[static_cast<std::size_t>(Color::danger)] = dark ? 0xFFB4AB : 0xA8201A;
  palette[static_cast<std::size_t>(Color::danger_soft)] = dark ? 0x3A1F1F : 0xFCEDEB;
}

}  // namespace

document::Palette palette_of(const content::ThemeColors& colors) {
  document::Palette palette{};
  for (std::size_t i = 1; i < palette.size(); ++i) {
    std::string name(document::color_name(static_cast<Color>(i)));
    std::ranges::replace(name, '-', '_');
    const auto found = colors.find(name);
    if (found != colors.end())
      palette[i] = static_cast<std::uint32_t>(std::stoul(found->second.substr(1), nullptr, 16));
  }
  const std::uint32_t deep = palette[static_cast<std::size_t>(Color::deep)];
  const std::uint32_t muted = palette[static_cast<std::size_t>(Color::deep_muted)];
  palette[static_cast<std::size_t>(Color::deep_line)] =
      channel_mix(deep, muted, 16) | channel_mix(deep, muted, 8) | channel_mix(deep, muted, 0);
  set_danger(palette);
  return palette;
}

std::string css_number(float value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", static_cast<double>(value));
  std::string number(text);
  number.erase(number.find_last_not_of('0') + 1);
  if (number.back() == '.') number.pop_back();
  return number;
}

std::string print_tokens(const content::Theme& theme) {
  const document::Palette light = palette_of(theme.light);
  const document::Palette dark = palette_of(theme.dark);
  return themes(light, dark) + "@media (prefers-contrast:more){\n" +
         themes(document::with_more_contrast(light), document::with_more_contrast(dark)) + "}\n";
}

std::string print_rules() {
  std::string text;
  for (std::size_t i = 1; i < document::style_count(); ++i) {
    const auto style = static_cast<Style>(i);
    const Rule& rule = document::rule(style);
    text += block(selector_of(style), declarations(rule, Width::compact)) + extras(style, rule);
  }
  return text + at_width(Width::medium, document::medium_from) + at_width(Width::wide, document::wide_from);
}

std::string print_row_ratios(const std::set<int>& percents) {
  std::string text;
  for (const int percent : percents) {
    const std::string ratio = css_number(static_cast<float>(percent) / 100);
    text += ".ratio-" + std::to_string(percent) + "{--ratio:" + ratio + "}\n";
  }
  return text;
}

std::string print_navigation(const std::vector<float>& thresholds) {
  std::string text;
  for (std::size_t i = 0; i < thresholds.size(); ++i) {
    const std::string from = css_number(std::ceil(thresholds[i])) + "px";
    const std::string nth = ":nth-child(" + std::to_string(i + 1) + ")";
    text += ".nav-item" + nth + "{display:none}\n@media (min-width:" + from + "){.nav-item" + nth +
            "{display:flex}.more-item" + nth + "{display:none}}\n";
    if (i + 1 == thresholds.size()) text += "@media (min-width:" + from + "){.more{display:none}}\n";
  }
  return text;
}

}  // namespace lacit::html
