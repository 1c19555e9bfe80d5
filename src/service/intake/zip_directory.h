// A ZIP file's list of contents, without unpacking anything (APPNOTE 6.3, 4.3.12 and 4.3.16).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace lacit::intake {

struct ZipEntry {
  std::string_view name;
  std::uint64_t unpacked = 0;  ///< Bytes, as the list claims.
};

/// None where the list is missing, damaged, split, or of the 64-bit kind that no letter needs.
[[nodiscard]] std::optional<std::vector<ZipEntry>> zip_entries(std::string_view file);

}  // namespace lacit::intake
