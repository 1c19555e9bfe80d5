// UTF-8 without surprises: decoding, checking and counting. Malformed bytes become U+FFFD as browsers do it.
#pragma once

#include <cstddef>
#include <string_view>

namespace lacit::base {

inline constexpr char32_t replacement_character = 0xFFFD;

/// Decodes the code point that begins at byte `at` and returns the number of bytes used: 0 at the end of the text.
/// A malformed sequence gives U+FFFD and uses its maximal subpart (Unicode 3.9, «U+FFFD Substitution of Maximal
/// Subparts»; the WHATWG Encoding Standard's decoder), so a loop over it always moves on.
[[nodiscard]] std::size_t decode(std::string_view text, std::size_t at, char32_t& code_point);

/// Whether the text is well-formed UTF-8 (Unicode table 3-7: no overlong forms, no surrogates, nothing above
/// U+10FFFF). Otherwise `bad_byte`, where given, is the offset of the first byte of the malformed sequence.
[[nodiscard]] bool valid(std::string_view text, std::size_t* bad_byte = nullptr);

/// Code points in the text.
[[nodiscard]] std::size_t code_point_count(std::string_view text);

/// Length in UTF-16 code units: the length that JavaScript and the DOM give to the same text.
[[nodiscard]] std::size_t utf16_length(std::string_view text);

}  // namespace lacit::base
