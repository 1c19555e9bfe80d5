// Dates and times of events, as written in the content.
#pragma once

#include <optional>
#include <string_view>

#include "content/problem.h"

namespace lacit::content {

/// Whether the text has the form `2026-12-01` or `2026-12-01T09:00`, real or not.
[[nodiscard]] bool has_date_form(std::string_view text);

/// Whether a date of the right form says a time of day.
[[nodiscard]] bool has_time(std::string_view date);

/// What is wrong with a date of the right form: no such month, day, hour or minute (Gregorian calendar).
[[nodiscard]] std::optional<Advice> calendar_advice(std::string_view date);

}  // namespace lacit::content
