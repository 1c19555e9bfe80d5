#include "drawings/outline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "drawings/numbers.h"

namespace lacit::drawings {
namespace {

struct Point {
  double x = 0;
  double y = 0;
};

double distance(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

/// SVG 2, 9.3. The data has been judged; what is incomplete ends it.
class Path {
 public:
  explicit Path(std::string_view data) : rest_(data) {}

  Outline run() {
    while (segment()) ++outline_.points;
    return outline_;
  }

 private:
  static constexpr std::string_view between = " \t\r\n\f,";

  void skip() { rest_.remove_prefix(std::min(rest_.find_first_not_of(between), rest_.size())); }

  /// The numbers after each letter.
  static std::size_t count(char lower) {
    switch (lower) {
      case 'h':
      case 'v': return 1;
      case 's':
      case 'q': return 4;
      case 'c': return 6;
      case 'a': return 7;
      case 'z': return 0;
      default: return 2;
    }
  }

  /// Arcs' flags are one digit, and what follows may stand right behind them.
  bool number(bool flag, double& value) {
    skip();
    if (flag && !rest_.empty()) {
      value = rest_.front() == '1' ? 1 : 0;
      rest_.remove_prefix(1);
      return true;
    }
    const auto found = take_number(rest_);
    value = found.value_or(0);
    return found.has_value();
  }

  bool segment() {
    skip();
    if (rest_.empty()) return false;
    const bool letter = (rest_.front() | 0x20) >= 'a' && (rest_.front() | 0x20) <= 'z';
    if (letter) {
      command_ = rest_.front();
      rest_.remove_prefix(1);
    }
    const char lower = static_cast<char>(command_ | 0x20);
    const std::size_t wanted = count(lower);
    if (wanted == 0 && !letter) return false;
    std::array<double, 7> numbers{};
    for (std::size_t i = 0; i < wanted; ++i) {
      if (!number(lower == 'a' && (i == 3 || i == 4), numbers[i])) return false;
    }
    walk(lower, wanted, numbers);
    return true;
  }

  void walk(char lower, std::size_t wanted, const std::array<double, 7>& numbers) {
    const Point origin = command_ == lower ? at_ : Point{};
    if (lower == 'z') return to(begin_);
    if (lower == 'h') return to({origin.x + numbers[0], at_.y});
    if (lower == 'v') return to({at_.x, origin.y + numbers[0]});
    if (lower == 'a') {
      const Point end{origin.x + numbers[5], origin.y + numbers[6]};
      const double wide = std::max(distance(at_, end), 2 * std::max(std::abs(numbers[0]), std::abs(numbers[1])));
      const double around = (numbers[3] != 0 ? wide : distance(at_, end)) * std::numbers::pi;
      at_ = end;
      outline_.length += around;
      return;
    }
    if (lower == 'm') {
      begin_ = at_ = {origin.x + numbers[0], origin.y + numbers[1]};
      command_ = command_ == 'm' ? 'l' : 'L';
      return;
    }
    for (std::size_t i = 0; i + 1 < wanted; i += 2) to({origin.x + numbers[i], origin.y + numbers[i + 1]});
  }

  void to(Point point) {
    outline_.length += distance(at_, point);
    at_ = point;
  }

  std::string_view rest_;
  char command_ = 'M';
  Point begin_;
  Point at_;
  Outline outline_;
};

Outline polygon(std::string_view points) {
  const std::vector<double> numbers = numbers_in(points);
  Outline outline{.points = static_cast<double>(numbers.size()) / 2};
  for (std::size_t i = 2; i + 1 < numbers.size(); i += 2)
    outline.length += distance({numbers[i - 2], numbers[i - 1]}, {numbers[i], numbers[i + 1]});
  return outline;
}

Outline measured(const Element& shape) {
  const auto number = [&shape](std::string_view name) { return std::abs(number_of(shape, name)); };
  if (shape.name == "path") return Path(said(shape, "d")).run();
  if (shape.name == "polyline" || shape.name == "polygon") return polygon(said(shape, "points"));
  if (shape.name == "rect") return {.points = 4, .length = 2 * (number("width") + number("height"))};
  if (shape.name == "circle") return {.points = 4, .length = 2 * std::numbers::pi * number("r")};
  if (shape.name == "ellipse") return {.points = 4, .length = 4 * (number("rx") + number("ry"))};
  if (shape.name != "line") return {};
  return {.points = 1,
          .length = distance({number_of(shape, "x1"), number_of(shape, "y1")},
                             {number_of(shape, "x2"), number_of(shape, "y2")})};
}

}  // namespace

std::string_view said(const Element& element, std::string_view property) {
  std::string_view found;
  for (const Attribute& each : element.attributes) {
    if (each.name == property && found.empty()) found = each.value;
    if (each.name != "style") continue;
    for (std::string_view rest = each.value; !rest.empty();) {
      const std::string_view one = rest.substr(0, rest.find(';'));
      const bool is_it = one.starts_with(property) && one.substr(property.size()).starts_with(':');
      if (is_it) return one.substr(property.size() + 1);
      rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    }
  }
  return found;
}

double number_of(const Element& element, std::string_view property, double otherwise) {
  const std::vector<double> numbers = numbers_in(said(element, property));
  return numbers.empty() ? otherwise : numbers.front();
}

Outline outline_of(const Element& shape) {
  Outline outline = measured(shape);
  // SVG 2, 9.6.1: dashes are counted as if the line were so long.
  if (const double length = number_of(shape, "pathLength"); length > 0 && outline.points > 0) outline.length = length;
  return outline;
}

}  // namespace lacit::drawings
