// A picture's size from its first bytes, without decoding it: for what editors put into the content and what visitors
// send.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace lacit::base {

/// HEIC and AVIF are both HEIF.
enum class PictureFormat { png, jpeg, webp, heif };

struct PixelSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

/// As it lies in the file, not turned upright. Nothing where the bytes end before it or say nonsense. Of HEIF the
/// caller has looked at the brand.
[[nodiscard]] std::optional<PixelSize> picture_size(PictureFormat format, std::string_view bytes);

}  // namespace lacit::base
