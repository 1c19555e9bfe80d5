// Letters, digits and spaces of ASCII, whatever the locale: of names, protocols and file formats, never of what people
// wrote.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace lacit::base {

/// White space of HTML, CSS and SVG (Infra 4.6).
inline constexpr std::string_view ascii_spaces = " \t\n\f\r";

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

[[nodiscard]] constexpr bool is_alphanumeric(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

[[nodiscard]] constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

[[nodiscard]] inline std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) { return lower(c); });
  return result;
}

/// Whether both are the same but for capitals.
[[nodiscard]] constexpr bool same_word(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

/// Without the `spaces` at both ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text, std::string_view spaces = ascii_spaces) {
  const std::size_t first = text.find_first_not_of(spaces);
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

}  // namespace lacit::base
