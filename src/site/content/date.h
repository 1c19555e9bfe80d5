// Dates and times of events, as written in the content.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/result.h"

namespace lacit::content {

/// Whether the text has the form `2026-12-01` or `2026-12-01T09:00`, real or not.
[[nodiscard]] bool has_date_form(std::string_view text);

/// Whether a date of the right form says a time of day.
[[nodiscard]] bool has_time(std::string_view date);

/// Years that an event may be in. Earlier and later ones are slips of the keyboard (0207), and zones are known for
/// these.
inline constexpr int first_year = 1990;
inline constexpr int last_year = 2100;

/// What is wrong with a date of the right form: no such month, day, hour or minute (Gregorian calendar), or a year out
/// of range.
[[nodiscard]] std::optional<base::Error> calendar_advice(std::string_view date);

/// A date that has been checked, in seconds since 1970 as if it were UTC; a bare date is its midnight.
[[nodiscard]] std::int64_t local_seconds(std::string_view date);

}  // namespace lacit::content
