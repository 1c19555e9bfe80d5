// Time zones for calendar files (RFC 5545, 3.6.5).
#pragma once

#include <string>
#include <string_view>

namespace lacit::generate {

/// The VTIMEZONE that a file must have for every zone it names. The rules of the United States since 2007 are here,
/// from the IANA database: a build must not depend on the data of the machine it runs on. Empty for zones elsewhere:
/// their names are IANA's, which calendars know (RFC 7809, time zones by reference).
[[nodiscard]] std::string time_zone_component(std::string_view zone);

}  // namespace lacit::generate
