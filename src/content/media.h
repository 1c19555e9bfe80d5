// Pictures: what they are and how large, from the file's own first bytes, without decoding a pixel.
#pragma once

#include <cstdint>
#include <map>
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

/// Vectors are published as they are: larger ones would be unusable on a phone in the country.
inline constexpr std::size_t largest_svg = 4UL * 1024 * 1024;
/// Bitmaps are published in sizes of their own; the limits keep the build's memory and time in bounds.
inline constexpr std::size_t largest_bitmap = 200UL * 1024 * 1024;
inline constexpr std::int64_t most_pixels = 150'000'000;

/// Tells kinds apart by their bytes (4 KB are enough for bitmaps; an SVG's root may come later); the name's ending must
/// agree, in capitals or not. The error says what is wrong and how to mend it, as «what; how».
[[nodiscard]] base::Result<PictureKind> recognise_picture(std::string_view name, std::string_view bytes);

/// Reads the size of SVG (viewBox, else width and height), PNG, JPEG, WebP, HEIC and AVIF. For bitmaps as they lie in
/// the file: what turns them upright is for those who decode. Errors as above.
[[nodiscard]] base::Result<PictureFacts> measure_picture(std::string_view name, std::string_view bytes);

/// The error for a picture of so many pixels; an empty text: it is not too large.
[[nodiscard]] std::string too_many_pixels(std::int64_t width, std::int64_t height);
/// The error for a file of so many bytes, likewise.
[[nodiscard]] std::string too_many_bytes(PictureKind kind, std::uint64_t bytes);

}  // namespace lacit::content
