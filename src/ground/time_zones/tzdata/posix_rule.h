// The last line of a TZif file (RFC 9636, 3.3): what the clocks do after the last change that the file lists, as POSIX
// writes it, with hours from -167 to 167: `CST6CDT,M3.2.0,M11.1.0`. <date/ptz.h> reads it too, but neither as C++20 nor
// with Nuuk's `M3.5.0/-1`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "time_zones/observances.h"

namespace lacit::time_zones {

/// A day of every year and a time of that day.
struct YearlyChange {
  char form = 'M';  ///< `M` month.week.weekday; `J` days from 1 without February 29; `D` days from 0 with it.
  int month = 1;
  int week = 1;
  int day = 0;
  int seconds = 2 * 60 * 60;  ///< Local time, as the clocks show before the change.
};

struct Clock {
  std::string abbreviation;
  int offset = 0;
};

struct PosixRule {
  Clock standard;
  std::optional<Clock> daylight;
  YearlyChange to_daylight, to_standard;
};

/// Nothing where the text is no such rule.
[[nodiscard]] std::optional<PosixRule> parse_posix_rule(std::string_view text);

[[nodiscard]] Observance observance_of(const PosixRule& rule, std::int64_t moment);

}  // namespace lacit::time_zones
