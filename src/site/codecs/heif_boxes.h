// HEIF's boxes, as far as pictures need them (ISO/IEC 14496-12, 23008-12): what items there are, what is said of each,
// and where its bytes lie. HEIC and AVIF are HEIF.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lacit::codecs {

struct Box {
  std::string_view type;
  std::string_view body;
};

struct HeifItem {
  std::string_view type;               ///< `hvc1`, `av01`, `grid`, …
  std::vector<Box> properties;         ///< In the order in which they are to be applied.
  std::vector<std::string_view> data;  ///< Parts that are to be put one after the other.
  std::vector<std::uint32_t> parts;    ///< The items that it is made of (`dimg`).
  std::vector<std::uint32_t> helps;    ///< The items whose auxiliary picture it is (`auxl`).
  bool cut = false;                    ///< Some of its data lies beyond the file's end.

  /// The first of that type, or empty.
  [[nodiscard]] std::string_view property(std::string_view wanted) const;
};

struct HeifFile {
  std::uint32_t primary = 0;
  std::map<std::uint32_t, HeifItem> items;
};

/// Nothing where the boxes do not fit into one another or name no primary item.
[[nodiscard]] std::optional<HeifFile> read_heif(std::string_view bytes);

}  // namespace lacit::codecs
