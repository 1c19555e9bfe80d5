#include "document/style.h"

#include <cmath>
#include <string>

#include "document/style_table.h"

namespace lacit::document {
namespace {

constexpr std::array<TypeStyle, type_count> types{{
    {"body", {17, 18, 18}, 1.6F, false},
    {"lead", {18, 20, 20}, 1.55F, false},
    {"small", 16, 1.5F, false},
    {"card", 17, 1.55F, false},
    {"h1", {34, 38, 46}, 1.18F, true},
    {"h2", {28, 32, 34}, 1.25F, true},
    {"h3", 21, 1.3F, true},
    {"figure", {36, 40, 40}, 1.15F, true},
    {"label", 16, 1.5F, true},
    {"button", 17, 1.3F, true},
    {"brand", 22, 1.3F, true},
    {"statement", {20, 22, 26}, 1.5F, false},
    {"name", 17, 1.55F, true},
}};

constexpr std::array<std::string_view, color_count> colors{
    "none",   "paper",       "surface", "tint",    "ink",        "muted",     "line",   "brand",       "on-brand",
    "accent", "accent-soft", "deep",    "on-deep", "deep-muted", "deep-line", "danger", "danger-soft",
};

using Rules = std::array<Rule, style_total>;

const Rules& rules() {
  static const Rules table = [] {
    Rules all{};
    for (const auto part : {frame_rules(), section_rules(), part_rules(), form_rules(), lightbox_rules()}) {
      for (const StyleRule& entry : part) all[static_cast<std::size_t>(entry.style)] = entry.rule;
    }
    return all;
  }();
  return table;
}

using Names = std::array<std::string, style_total>;

const Names& names() {
  static const Names table = [] {
    Names all{"plain",
#define LACIT_NAME(name) #name,
              LACIT_STYLES(LACIT_NAME)
#undef LACIT_NAME
    };
    for (std::string& name : all) {
      for (char& c : name) c = c == '_' ? '-' : c;
    }
    return all;
  }();
  return table;
}

}  // namespace

const Rule& rule(Style style) { return rules()[static_cast<std::size_t>(style)]; }
std::string_view style_name(Style style) { return names()[static_cast<std::size_t>(style)]; }
float line_height(const TypeStyle& type, float size) { return std::round(size * type.line_height); }
const TypeStyle& type_style(Type type) { return types[static_cast<std::size_t>(type)]; }
std::string_view color_name(Color color) { return colors[static_cast<std::size_t>(color)]; }

}  // namespace lacit::document
