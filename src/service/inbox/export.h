// Messages as a file for other programs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/store.h"

namespace lacit::inbox {

enum class Format : std::uint8_t { json, csv, excel };

/// JSON: a list of objects. CSV (inbox/csv.h): a column a field, in the order in which fields are met; for Excel behind
/// a byte order mark.
[[nodiscard]] std::string export_as(Format format, const std::vector<store::Submission>& submissions);

/// `2026-11-24T06:40:00Z`
[[nodiscard]] std::string utc(store::Seconds time);

}  // namespace lacit::inbox
