// The stretches of time between two changes of a zone's clocks. Natively only: the generator writes calendar files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lacit::time_zones {

/// RFC 5545, 3.6.5 calls it so: one offset, in force from `begin` until before `end` (Unix seconds).
struct Observance {
  std::int64_t begin = 0;
  std::int64_t end = 0;
  int offset = 0;         ///< Seconds east of UTC.
  bool daylight = false;  ///< Not standard time; in Ireland that is the winter.
  std::string abbreviation;
};

/// Nothing for an unknown zone.
[[nodiscard]] std::optional<Observance> observance_at(std::string_view zone, std::int64_t moment);

}  // namespace lacit::time_zones
