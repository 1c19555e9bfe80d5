// What a time of day on a wall means: pure, over the offsets that a zone tells.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace lacit::time_zones {

/// The moments (Unix seconds, ascending) at which the zone's clocks show a local time, which is given in seconds as if
/// it were UTC. None in the hour that is skipped, two in the hour that comes twice, none in an unknown zone.
[[nodiscard]] std::vector<std::int64_t> moments_of(std::string_view zone, std::int64_t local);

/// By how much clocks go forward around a local time that they skip; 0 where they skip nothing.
[[nodiscard]] std::int64_t skipped_at(std::string_view zone, std::int64_t local);

}  // namespace lacit::time_zones
