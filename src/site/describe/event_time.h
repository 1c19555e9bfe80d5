// When an event is, in the site's own words.
#pragma once

#include <string>

#include "content/model.h"

namespace lacit::describe {

/// One line for people: days, times, and the zone by its name, since abbreviations are ambiguous.
[[nodiscard]] std::string event_time(const content::Site& site, const content::Event& event);

}  // namespace lacit::describe
