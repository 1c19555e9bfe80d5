// Numbers in values, as SVG 2 (8.3, 9.3.9) and CSS write them: they may stand together without anything between.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace lacit::drawings {

/// Takes one number from the front, without its unit. Infinity where it is too large for any.
[[nodiscard]] std::optional<double> take_number(std::string_view& rest);

/// Whether the word is numbers, the last with a unit or none: `12px`, `1-.5.5`. None is so large
/// that painters overflow (limits.h).
[[nodiscard]] bool is_too_large(std::string_view word);
[[nodiscard]] bool is_numeric(std::string_view word);

/// Every number in the value, whatever stands between.
[[nodiscard]] std::vector<double> numbers_in(std::string_view value);

}  // namespace lacit::drawings
