// Time zones as editors name them, and what the times of an event mean in them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::content {

/// An area and a place of the IANA database, or UTC. Names without a place (EST5EDT, Etc/GMT+5, where + is west) are
/// left out: visitors read the place behind the time.
extern const std::string_view time_zone_pattern;

/// Nothing where the name has that form and the zone is known.
[[nodiscard]] std::optional<base::Error> time_zone_advice(std::string_view zone);

/// What is wrong with a checked date in a zone that is known: clocks skip that hour, or that whole day.
[[nodiscard]] std::optional<base::Error> skipped_advice(std::string_view date, std::string_view zone);

/// The moment (Unix seconds) of a checked date. Of a time that comes twice, the first (RFC 5545, 3.3.5); of a bare date
/// its midnight in UTC, since it is a day and no moment.
[[nodiscard]] std::int64_t moment_of(std::string_view date, std::string_view zone);

/// ISO 8601 for machines: `2026-11-14T09:00:00-06:00`; a bare date stays as it is.
[[nodiscard]] std::string machine_time(std::string_view date, std::string_view zone);

}  // namespace lacit::content
