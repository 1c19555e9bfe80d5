#include "drawings/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/ascii.h"
#include "content/scan.h"
#include "content/text_rules.h"
#include "drawings/limits.h"

namespace lacit::drawings {
namespace {

constexpr std::array<std::string_view, 24> units{"",     "%",    "px",  "in",   "cm",  "mm",   "q",  "pt",
                                                 "pc",   "em",   "rem", "ex",   "ch",  "lh",   "vw", "vh",
                                                 "vmin", "vmax", "deg", "grad", "rad", "turn", "ms", "s"};

}  // namespace

std::optional<double> take_number(std::string_view& rest) {
  content::Scan scan(rest);
  const bool negative = scan.literal("-");
  if (!negative) scan.literal("+");
  std::string_view text = scan.rest();
  // std::from_chars would take `nan` and `inf` too.
  content::Scan first = scan;
  if (!first.one(content::digits) && !(first.one(".") && first.one(content::digits))) return {};
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) value = std::numeric_limits<double>::infinity();
  rest = text.substr(static_cast<std::size_t>(end - text.data()));
  return negative ? -value : value;
}

bool is_too_large(std::string_view word) {
  const auto number = take_number(word);
  return number && std::abs(*number) > largest_number;
}

bool is_numeric(std::string_view word) {
  auto number = take_number(word);
  if (!number) return false;
  for (; number; number = take_number(word)) {
    if (std::abs(*number) > largest_number) return false;
  }
  return std::ranges::find(units, base::lower(word)) != units.end();
}

std::vector<double> numbers_in(std::string_view value) {
  std::vector<double> found;
  while (!value.empty()) {
    if (const auto number = take_number(value)) {
      found.push_back(*number);
    } else {
      value.remove_prefix(1);
    }
  }
  return found;
}

}  // namespace lacit::drawings
