// Time zones for calendar files (RFC 5545, 3.6.5).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lacit::generate {

/// The VTIMEZONE that a file must have for a zone it names, right from a year before `first` until a year after `last`
/// (Unix seconds). Where the clocks change by the same rules in all that time, these, since they began; elsewhere every
/// change by itself. Empty for an unknown zone.
[[nodiscard]] std::string time_zone_component(std::string_view zone, std::int64_t first, std::int64_t last);

}  // namespace lacit::generate
