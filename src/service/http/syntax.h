// The smallest pieces of HTTP's grammar (RFC 9110, 5.5 and 5.6): tokens, values, lists. ASCII only, no locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lacit::http {

/// C0, DEL: what neither a target nor a value may hold, tab aside.
[[nodiscard]] constexpr bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; }

[[nodiscard]] constexpr bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// RFC 9110, 5.6.2.
[[nodiscard]] bool is_token(std::string_view text);

/// RFC 9110, 5.5: visible characters, obs-text, and blanks between them.
[[nodiscard]] bool is_field_value(std::string_view text);

/// `name ":" value` (RFC 9112, 5): no white space before the colon, and no folded line, which would begin with it.
[[nodiscard]] bool is_field_line(std::string_view line);

/// Whether a field of that name decides where the message ends or whose it is.
[[nodiscard]] bool is_of_framing(std::string_view name);

/// Without the optional white space around it (RFC 9110, 5.6.3).
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Digits and nothing else; none where they are no 64-bit number.
[[nodiscard]] std::optional<std::uint64_t> number(std::string_view digits);

/// Value of a hexadecimal digit; -1: none.
[[nodiscard]] int hex_digit(char c);

/// `%` and two hexadecimal digits (RFC 3986, 2.1), and nothing more.
[[nodiscard]] bool is_encoded_byte(std::string_view text);

/// The elements of a list, empty ones left out (RFC 9110, 5.6.1.2); a comma within quotes separates nothing.
[[nodiscard]] std::vector<std::string_view> elements(std::string_view list);

}  // namespace lacit::http
