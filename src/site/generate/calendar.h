// Events as calendar files (RFC 5545).
#pragma once

#include <string>
#include <string_view>

#include "content/model.h"
#include "generate/revision.h"

namespace lacit::generate {

/// One VEVENT in a VCALENDAR with the zone of its times, CRLF line ends, lines folded at 75 bytes. The event's address
/// is its place in the page under `page_path`.
[[nodiscard]] std::string calendar_file(const content::Site& site, const content::Event& event,
                                        std::string_view page_path, const Revision& revision);

}  // namespace lacit::generate
