// Changes of the clocks that come every year on the same sort of day, as a recurrence (RFC 5545, 3.3.10).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "time_zones/observances.h"

namespace lacit::generate {

/// One change of the clocks: what it leads to, and what the clocks showed before.
struct Onset {
  time_zones::Observance observance;
  int before = 0;  ///< Offset until then.

  /// The time that the clocks show when they change, in seconds as if it were UTC.
  [[nodiscard]] std::int64_t local() const { return observance.begin + before; }
};

/// `2SU` of March, `-1SU` of October.
struct YearlyRule {
  unsigned month = 1;
  int week = 1;  ///< -1: the last.
  unsigned weekday = 0;

  [[nodiscard]] bool fits(const Onset& onset) const;
  /// `FREQ=YEARLY;BYMONTH=3;BYDAY=2SU`
  [[nodiscard]] std::string recurrence() const;
};

/// The rules that lead to this one day: the last of the month, where it is that, as most zones have it; then its
/// number.
[[nodiscard]] std::vector<YearlyRule> rules_for(const Onset& onset);

}  // namespace lacit::generate
