// References: PNG 3rd edition 11.2.1, JPEG (T.81) B.2.2, WebP container (RFC 9649) sections 2.5 to 2.7, HEIF (ISO/IEC
// 23008-12) 6.5.3.
#include "content/media_size.h"

#include <algorithm>
#include <cstdint>

namespace lacit::content {
namespace {

using Size = std::optional<PixelSize>;

unsigned byte(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

unsigned big_endian_16(std::string_view bytes, std::size_t at) { return byte(bytes, at) << 8U | byte(bytes, at + 1); }

unsigned little_endian_16(std::string_view bytes, std::size_t at) {
  return byte(bytes, at + 1) << 8U | byte(bytes, at);
}

PixelSize size(unsigned width, unsigned height) { return {static_cast<int>(width), static_cast<int>(height)}; }

Size png(std::string_view bytes) {
  if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") return {};
  if (big_endian_16(bytes, 16) != 0 || big_endian_16(bytes, 20) != 0) return {};  // More than 65535.
  return size(big_endian_16(bytes, 18), big_endian_16(bytes, 22));
}

/// Segments follow one another, each with its length; SOF0 to SOF15 carry the size, but C4, C8 and CC are others.
Size jpeg(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 9 < bytes.size()) {
    if (byte(bytes, at) != 0xFF) return {};
    const unsigned marker = byte(bytes, at + 1);
    if (marker == 0xFF) {  // Fill byte.
      ++at;
      continue;
    }
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
      return size(big_endian_16(bytes, at + 7), big_endian_16(bytes, at + 5));
    }
    at += 2 + big_endian_16(bytes, at + 2);
  }
  return {};
}

/// Lossy, lossless or extended, told by the first chunk's name.
Size webp(std::string_view bytes) {
  if (bytes.size() < 30) return {};
  const std::string_view chunk = bytes.substr(12, 4);
  if (chunk == "VP8 ") return size(little_endian_16(bytes, 26) & 0x3FFFU, little_endian_16(bytes, 28) & 0x3FFFU);
  if (chunk == "VP8L") {
    const unsigned low = little_endian_16(bytes, 21);
    const unsigned high = little_endian_16(bytes, 23);
    return size((low & 0x3FFFU) + 1, ((low >> 14U) | ((high & 0xFFFU) << 2U)) + 1);
  }
  if (chunk != "VP8X" || byte(bytes, 26) != 0 || byte(bytes, 29) != 0) return {};
  return size(little_endian_16(bytes, 24) + 1, little_endian_16(bytes, 27) + 1);
}

/// The largest `ispe` property: a picture in tiles has one for the whole and one for a tile.
Size heif(std::string_view bytes) {
  constexpr std::size_t near = 1024UL * 1024;  // Properties stand before the pixels.
  bytes = bytes.substr(0, near);
  Size largest;
  for (std::size_t at = bytes.find("ispe"); at != std::string_view::npos; at = bytes.find("ispe", at + 4)) {
    if (at + 16 > bytes.size() || big_endian_16(bytes, at + 8) != 0 || big_endian_16(bytes, at + 12) != 0) continue;
    const PixelSize found = size(big_endian_16(bytes, at + 10), big_endian_16(bytes, at + 14));
    if (!largest || std::int64_t{found.width} * found.height > std::int64_t{largest->width} * largest->height) {
      largest = found;
    }
  }
  return largest;
}

}  // namespace

Size measure_bitmap(PictureKind kind, std::string_view bytes) {
  switch (kind) {
    case PictureKind::png: return png(bytes);
    case PictureKind::jpeg: return jpeg(bytes);
    case PictureKind::webp: return webp(bytes);
    case PictureKind::heic:
    case PictureKind::avif: return heif(bytes);
    case PictureKind::svg: break;
  }
  return {};
}

}  // namespace lacit::content
