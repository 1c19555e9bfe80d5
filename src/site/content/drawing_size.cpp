#include "content/drawing_size.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/ascii.h"
#include "content/media_svg.h"
#include "content/scan.h"
#include "content/text_rules.h"

namespace lacit::content {
namespace {

constexpr std::string_view spaces = " \t\r\n\f";
constexpr double largest_side = 65535;

double value_of(std::string_view digits_and_point) {
  double value = 0;
  double place = 0;
  for (const char c : digits_and_point) {
    if (c == '.') {
      place = 1;
      continue;
    }
    place /= 10;
    value = place > 0 ? value + (c - '0') * place : value * 10 + (c - '0');
  }
  return value;
}

/// `e` with digits after it; in `1em` the letter begins the unit.
int exponent(Scan& scan) {
  Scan tried = scan;
  if (!tried.one("eE")) return 0;
  const bool negative = tried.literal("-");
  if (!negative) tried.literal("+");
  const std::string_view text = tried.rest();
  if (!tried.some(digits)) return 0;
  scan = tried;
  const double value = std::min(value_of(text.substr(0, text.size() - tried.rest().size())), 99.0);
  return static_cast<int>(negative ? -value : value);
}

/// CSS Syntax 3, 4.3.12, without std::stod, which throws and knows locales.
std::optional<double> number(Scan& scan) {
  const bool negative = scan.literal("-");
  if (!negative) scan.literal("+");
  const std::string_view text = scan.rest();
  const bool whole = scan.some(digits);
  if (Scan after = scan; after.literal(".")) {
    if (!after.some(digits)) return {};
    scan = after;
  } else if (!whole) {
    return {};
  }
  const double value = value_of(text.substr(0, text.size() - scan.rest().size()));
  return (negative ? -1 : 1) * value * std::pow(10, exponent(scan));
}

struct Unit {
  std::string_view name;
  double pixels;
};

// CSS Values 3, 6.2. A picture's root has the initial font size, 16 pixels.
constexpr std::array units{Unit{"", 1},           Unit{"px", 1},         Unit{"in", 96},        Unit{"cm", 96 / 2.54},
                           Unit{"mm", 96 / 25.4}, Unit{"q", 96 / 101.6}, Unit{"pt", 96.0 / 72}, Unit{"pc", 16},
                           Unit{"em", 16},        Unit{"rem", 16}};

base::Error no_size(const std::string& what) {
  return {"the SVG " + what, "give it a viewBox, and width and height in pixels or none"};
}

/// Nothing where the length is left to the viewBox.
base::Result<std::optional<double>> length(std::string_view name, const std::optional<std::string>& given) {
  using Length = base::Result<std::optional<double>>;
  if (!given) return Length(std::nullopt);
  const std::string text = base::lower(base::trimmed(*given));
  if (text == "auto") return Length(std::nullopt);
  const std::string said = std::string(name) + " " + quoted(*given);
  Scan scan(text);
  const auto value = number(scan);
  if (!value) return no_size("has a " + said + ", which is no length");
  if (scan.rest() == "%" && *value > 0) return Length(std::nullopt);
  if (*value <= 0) return no_size("has a " + said + ", so that nothing is seen");
  const auto unit = std::ranges::find_if(units, [&](const Unit& each) { return each.name == scan.rest(); });
  if (unit == units.end()) return no_size("has a " + said + ", whose unit depends on where it is shown");
  return Length(*value * unit->pixels);
}

/// SVG 2, 8.6: four numbers, white space and at most one comma between them.
base::Result<std::optional<DrawingSize>> view_box(const std::optional<std::string>& given) {
  using Box = base::Result<std::optional<DrawingSize>>;
  if (!given || base::trimmed(*given).empty()) return Box(std::nullopt);
  Scan scan(base::trimmed(*given));
  std::array<double, 4> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0) {
      scan.some(spaces);
      if (scan.literal(",")) scan.some(spaces);
    }
    const auto value = number(scan);
    if (!value) return no_size("has the viewBox " + quoted(*given) + ", which is not four numbers");
    numbers[i] = *value;
  }
  if (!scan.done()) return no_size("has the viewBox " + quoted(*given) + ", which is not four numbers");
  if (numbers[2] <= 0 || numbers[3] <= 0) return no_size("has the viewBox " + quoted(*given) + ", in which is no room");
  return Box(DrawingSize{numbers[2], numbers[3]});
}

base::Result<DrawingSize> resolved(std::optional<double> width, std::optional<double> height,
                                   const std::optional<DrawingSize>& box) {
  if (!box && (!width || !height)) return no_size("does not tell its size");
  if (!width && !height) return DrawingSize(*box);
  return DrawingSize{.width = width ? *width : *height * box->width / box->height,
                     .height = height ? *height : *width * box->height / box->width};
}

double shape_error(const DrawingSize& size) {
  const double ratio = std::round(size.width) / std::max(1.0, std::round(size.height));
  return std::abs(ratio * size.height / size.width - 1);
}

}  // namespace

PixelSize DrawingSize::pixels() const {
  constexpr double seen = 0.02;
  DrawingSize size = *this;
  while (shape_error(size) > seen && std::max(size.width, size.height) * 10 <= largest_side) {
    size = {.width = size.width * 10, .height = size.height * 10};
  }
  const auto whole = [](double side) { return std::max(1, static_cast<int>(std::lround(side))); };
  return {.width = whole(size.width), .height = whole(size.height)};
}

base::Result<DrawingSize> drawing_size(const DrawingFrame& frame) {
  const auto width = length("width", frame.width);
  if (!width) return width.error();
  const auto height = length("height", frame.height);
  if (!height) return height.error();
  const auto box = view_box(frame.view_box);
  if (!box) return box.error();
  auto size = resolved(width.value(), height.value(), box.value());
  if (size && std::max(size.value().width, size.value().height) > largest_side) {
    return base::Error{"the SVG is more than 65535 pixels wide or high", "give it a smaller width and height"};
  }
  return size;
}

}  // namespace lacit::content
