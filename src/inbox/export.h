// Messages as a file for other programs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace lacit::inbox {

enum class Format : std::uint8_t { json, csv };

/// JSON: a list of objects. CSV (RFC 4180): a column a field, in the order in which fields are met.
[[nodiscard]] std::string export_as(Format format, const std::vector<store::Submission>& submissions);

/// A cell that no spreadsheet takes for a formula (form-backend 18).
[[nodiscard]] std::string csv_cell(std::string_view text);

/// `2026-11-24T06:40:00Z`
[[nodiscard]] std::string utc(store::Seconds time);

}  // namespace lacit::inbox
