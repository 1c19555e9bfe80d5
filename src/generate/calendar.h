// Events as calendar files (RFC 5545).
#pragma once

#include <string>

#include "content/model.h"

namespace lacit::generate {

/// One VEVENT in a VCALENDAR, CRLF line ends, lines folded at 75 bytes.
[[nodiscard]] std::string calendar_file(const content::Site& site, const content::Event& event);

}  // namespace lacit::generate
