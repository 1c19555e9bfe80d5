// Pictures: what they are and how large, from the file's own first bytes, without decoding a pixel.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::content {

enum class PictureKind { png, jpeg, webp, heic, avif, svg };

struct PictureFacts {
  int width = 0;  ///< Upright, in the file's pixels.
  int height = 0;
  std::string placeholder{};  ///< See Picture::placeholder; empty where nobody has decoded the file.
};

/// File name in content/media to what is known of it, or why it cannot be shown.
using Catalogue = std::map<std::string, base::Result<PictureFacts>, std::less<>>;

/// Vectors are published in one size: larger ones would be unusable on a phone in the country.
inline constexpr std::size_t largest_svg = 4UL * 1024 * 1024;
/// Bitmaps are published in sizes of their own; the limits keep the build's memory and time in bounds.
inline constexpr std::size_t largest_bitmap = 200UL * 1024 * 1024;
inline constexpr std::int64_t most_pixels = 150'000'000;
/// How many times longer one side may be than the other: of more, nothing could be seen on a screen.
inline constexpr std::int64_t most_times_longer = 100;

/// Tells kinds apart by their bytes (4 KB are enough for bitmaps; an SVG's root may come later); the name's ending must
/// agree, in capitals or not.
[[nodiscard]] base::Result<PictureKind> recognise_picture(std::string_view name, std::string_view bytes);

/// Reads the size of SVG, PNG, JPEG, WebP, HEIC and AVIF. For bitmaps as they lie in the file: what turns them upright
/// is for those who decode. Whether a drawing holds more than a picture is for those who parse it.
[[nodiscard]] base::Result<PictureFacts> measure_picture(std::string_view name, std::string_view bytes);

/// Of a picture without width or height; nothing: it has both.
[[nodiscard]] std::optional<base::Error> has_no_size(std::int64_t width, std::int64_t height);
/// Of a picture of so many pixels; nothing: it is not too large.
[[nodiscard]] std::optional<base::Error> too_many_pixels(std::int64_t width, std::int64_t height);
/// Of one that is nothing but a line; nothing: it can be shown.
[[nodiscard]] std::optional<base::Error> too_narrow(std::int64_t width, std::int64_t height);
/// Of a file of so many bytes, likewise.
[[nodiscard]] std::optional<base::Error> too_many_bytes(PictureKind kind, std::uint64_t bytes);

}  // namespace lacit::content
