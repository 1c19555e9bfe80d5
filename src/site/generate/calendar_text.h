// How iCalendar writes texts, lines and times (RFC 5545, 3.1 and 3.3).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lacit::generate {

/// 3.3.11: backslash, semicolon, comma and line ends.
[[nodiscard]] std::string calendar_text(std::string_view value);

/// A content line with its end: folded after 75 bytes, never inside of a UTF-8 character.
[[nodiscard]] std::string calendar_line(std::string_view content);

/// `20261127T203000`: seconds since 1970, in whatever zone they are counted.
[[nodiscard]] std::string calendar_time(std::int64_t seconds);

}  // namespace lacit::generate
