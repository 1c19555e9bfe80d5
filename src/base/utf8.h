// UTF-8: decoding, validation and lengths. Bytes that are no UTF-8 decode to U+FFFD, one at a time (WHATWG Encoding).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lacit::base {

/// Decodes the code point at byte `at` (which must be inside of `text`) and returns the bytes it takes, at least 1.
std::size_t decode(std::string_view text, std::size_t at, char32_t& code_point);

/// True for well-formed UTF-8 (RFC 3629: no surrogates, no over-long forms). Else `bad_byte` is where it breaks.
bool valid(std::string_view text, std::size_t* bad_byte = nullptr);

/// Length as JavaScript counts it: code points past U+FFFF count twice.
std::size_t utf16_length(std::string_view text);

/// Number of code points.
std::size_t length(std::string_view text);

/// Appends a code point as UTF-8.
void append(std::string& text, char32_t code_point);

}  // namespace lacit::base
