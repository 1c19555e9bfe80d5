// What `lacit stats` prints: visits by page and by day.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "store/store.h"

namespace lacit::inbox {

/// A table of pages with their sources, and a chart of days.
[[nodiscard]] std::string visits_report(const std::vector<store::Visits>& visits);

/// The last so many days, today included, from the data folder's database.
[[nodiscard]] base::Result<std::string> visits(const std::filesystem::path& data, int days);

}  // namespace lacit::inbox
