// Which letters the site's fonts draw, and what is told where a text has others.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::content {

/// Whether both weights of the site's fonts have that letter.
[[nodiscard]] bool is_in_fonts(char32_t code_point);

/// Names the letters of a text that the fonts lack. No mistake: browsers draw such a text in other fonts.
[[nodiscard]] std::optional<base::Error> letters_advice(std::string_view text);

/// The text in Unicode's normal form NFC (UAX #15): one code point for «é», as keyboards write it.
[[nodiscard]] std::string composed(std::string text);

}  // namespace lacit::content
