#include "drawings/attribute_value.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "content/media_svg.h"
#include "content/scan.h"
#include "drawings/fault.h"
#include "drawings/limits.h"
#include "drawings/numbers.h"
#include "drawings/style.h"

namespace lacit::drawings {
namespace {

using content::quoted;

constexpr std::string_view separators = " \t\r\n\f,";
constexpr std::string_view ascii_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::array inputs{"SourceGraphic",   "SourceAlpha", "BackgroundImage",
                            "BackgroundAlpha", "FillPaint",   "StrokePaint"};

/// Every keyword that an attribute takes.
constexpr std::array keywords{"userSpaceOnUse",
                              "objectBoundingBox",
                              "strokeWidth",
                              "duplicate",
                              "wrap",
                              "none",
                              "pad",
                              "reflect",
                              "repeat",
                              "spacing",
                              "spacingAndGlyphs",
                              "align",
                              "stretch",
                              "exact",
                              "auto",
                              "auto-start-reverse",
                              "left",
                              "right",
                              "top",
                              "bottom",
                              "center",
                              "true",
                              "false",
                              "stitch",
                              "noStitch",
                              "R",
                              "G",
                              "B",
                              "A",
                              "meet",
                              "slice",
                              "defer",
                              "xMinYMin",
                              "xMidYMin",
                              "xMaxYMin",
                              "xMinYMid",
                              "xMidYMid",
                              "xMaxYMid",
                              "xMinYMax",
                              "xMidYMax",
                              "xMaxYMax",
                              "matrix",
                              "saturate",
                              "hueRotate",
                              "luminanceToAlpha",
                              "table",
                              "discrete",
                              "linear",
                              "gamma",
                              "identity",
                              "fractalNoise",
                              "turbulence",
                              "over",
                              "in",
                              "out",
                              "atop",
                              "xor",
                              "arithmetic",
                              "lighter",
                              "erode",
                              "dilate",
                              "normal",
                              "multiply",
                              "screen",
                              "darken",
                              "lighten",
                              "overlay",
                              "color-dodge",
                              "color-burn",
                              "hard-light",
                              "soft-light",
                              "difference",
                              "exclusion",
                              "hue",
                              "saturation",
                              "color",
                              "luminosity",
                              "magnify",
                              "default"};

template <typename List>
bool has(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

template <typename Visit>
void for_each_word(std::string_view value, Visit visit) {
  while (!value.empty()) {
    const std::size_t end = std::min(value.find_first_of(separators), value.size());
    if (end > 0) visit(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
}

/// SVG 2, 9.3.9: commands, each but `z` with numbers after it.
bool is_path_data(std::string_view data) {
  bool wants_number = false;
  while (true) {
    data.remove_prefix(std::min(data.find_first_not_of(separators), data.size()));
    if (data.empty()) return !wants_number;
    const char c = data.front();
    if (std::string_view("MmLlHhVvCcSsQqTtAaZz").find(c) != std::string_view::npos) {
      if (wants_number) return false;
      wants_number = c != 'Z' && c != 'z';
      data.remove_prefix(1);
    } else if (const auto number = take_number(data); number && std::abs(*number) <= largest_number) {
      wants_number = false;
    } else {
      return false;
    }
  }
}

/// RFC 5646, 2.1, of a language, a script and a region: what longer tags say, no drawing asks for.
bool is_language(std::string_view tag) {
  const std::size_t end = std::min(tag.find('-'), tag.size());
  if (end < 2 || end > 3 || tag.substr(0, end).find_first_not_of(ascii_letters) != std::string_view::npos) return false;
  constexpr std::size_t longest = 4;
  for (std::string_view rest = tag.substr(end); !rest.empty();) {
    rest.remove_prefix(1);
    const std::size_t length = std::min(rest.find('-'), rest.size());
    const bool letters = rest.substr(0, length).find_first_not_of(content::letters_digits) == std::string_view::npos;
    if (length < 2 || length > longest || !letters) return false;
    rest.remove_prefix(length);
  }
  return true;
}

}  // namespace

bool names_result(std::string_view attribute) {
  return attribute == "result" || attribute == "in" || attribute == "in2";
}
bool is_standard_input(std::string_view value) { return has(inputs, value); }

std::string clean_attribute(std::string_view name, std::string_view value, std::size_t offset) {
  const auto refuse = [&](const std::string& what, const char* mend) {
    throw Fault(offset, quoted(name) + " is " + quoted(value) + ", which is " + what, mend);
  };
  if (names_result(name)) return std::string(value);  // Renamed as ids are.
  if (name.ends_with("Transform")) return clean_value("transform", value, offset);
  if (name == "d") {
    if (value != "none" && !is_path_data(value)) refuse("no path", "correct it, or export the drawing anew");
  } else {
    for_each_word(value, [&](std::string_view word) {
      if (name == "systemLanguage") {
        if (!is_language(word)) refuse("no language", "write one as in en or es-MX, or delete it");
      } else if (is_too_large(word)) {
        refuse("more than browsers draw", "write a smaller number");
      } else if (!is_numeric(word) && !has(keywords, word)) {
        refuse("neither numbers nor a word that drawings know", "correct or delete it");
      }
    });
  }
  return std::string(value);
}

}  // namespace lacit::drawings
