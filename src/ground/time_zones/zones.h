// The time zones of the IANA database by name. One seam, two homes: natively the system's tzdata
// (src/ground/time_zones/tzdata), in a browser its own copy, asked through Intl (src/ground/time_zones/intl); so an
// editor's program and `lacit build` agree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lacit::time_zones {

/// Every name that is known here, sorted. Empty where there is no database.
[[nodiscard]] const std::vector<std::string>& names();

/// Whether the zone is known, by exactly this name: an alias (US/Central) is one, another case (america/chicago) is
/// none.
[[nodiscard]] bool exists(std::string_view zone);

/// Seconds east of UTC that the zone's clocks show at a moment (Unix seconds). Nothing for an unknown zone.
[[nodiscard]] std::optional<int> offset_at(std::string_view zone, std::int64_t moment);

}  // namespace lacit::time_zones
