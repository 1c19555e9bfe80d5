// Comma-separated values (RFC 4180) of what strangers wrote, for spreadsheets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lacit::inbox {

/// One cell in quotes, of which no spreadsheet makes a formula or a second cell, nor, where its separator is another
/// than ours, any part of it: wherever a cell might begin, a `'` stands before what would begin a formula (form-backend
/// 18). Controls are shown and directions end with the cell (base/safe_text.h).
[[nodiscard]] std::string csv_cell(std::string_view text);

/// A record, ended by CR LF.
[[nodiscard]] std::string csv_record(const std::vector<std::string>& cells);

}  // namespace lacit::inbox
