// Pictures: their width and height from the file's own first bytes, without decoding a pixel.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::content {

struct PixelSize {
  int width = 0;
  int height = 0;
};

/// File name in content/media to its size, or why it cannot be shown.
using Catalogue = std::map<std::string, base::Result<PixelSize>, std::less<>>;

/// A page with several larger ones would be unusable on a phone in the country.
inline constexpr std::size_t largest_picture = 4UL * 1024 * 1024;

/// Reads SVG (viewBox, else width and height), PNG, JPEG and WebP, told apart by their bytes; the name's ending must
/// agree. The error says what is wrong and how to mend it, as «what; how».
[[nodiscard]] base::Result<PixelSize> measure_picture(std::string_view name, std::string_view bytes);

}  // namespace lacit::content
