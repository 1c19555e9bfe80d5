// What `lacit stats` prints: visits by page and by day.
#pragma once

#include <string>

#include "base/result.h"
#include "store/open.h"

namespace lacit::inbox {

/// A table of pages with their sources, and a chart of days.
[[nodiscard]] std::string visits_report(const std::vector<store::Visits>& visits);

/// The last so many days, today included, from the database.
[[nodiscard]] base::Result<std::string> visits(const store::Place& place, int days);

}  // namespace lacit::inbox
