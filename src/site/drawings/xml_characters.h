// The characters of XML 1.0 (5th edition).
#pragma once

namespace lacit::drawings {

/// Production 2, Char.
[[nodiscard]] bool is_character(char32_t c);

/// Productions 4 and 4a, NameStartChar and NameChar; ASCII exactly, beyond it what is mostly letters.
[[nodiscard]] bool may_begin_name(char32_t c);
[[nodiscard]] bool may_be_in_name(char32_t c);

}  // namespace lacit::drawings
