#include "base/picture_size.h"

#include <algorithm>

namespace lacit::base {
namespace {

std::uint32_t big(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// PNG (W3C), 5.2 and 11.2.1: the header is the first chunk.
std::optional<PixelSize> png(std::string_view bytes) {
  if (bytes.size() < 24 || !bytes.starts_with("\x89PNG\r\n\x1A\n") || bytes.substr(12, 4) != "IHDR") return {};
  return PixelSize{big(bytes, 16, 4), big(bytes, 20, 4)};
}

/// ITU-T T.81, B.2.2: the size stands in the frame header, the first marker C0 to CF that is not C4, C8 or CC.
std::optional<PixelSize> jpeg(std::string_view bytes) {
  if (!bytes.starts_with("\xFF\xD8\xFF")) return {};
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (bytes[at] != '\xFF') return {};
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // filling
      ++at;
      continue;
    }
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) return PixelSize{big(bytes, at + 7, 2), big(bytes, at + 5, 2)};
    if (marker == 0xDA || marker == 0xD9) return {};
    at += 2 + std::max(big(bytes, at + 2, 2), 2U);
  }
  return {};
}

/// RFC 9649, 2: RIFF with one of three kinds of first chunk.
std::optional<PixelSize> webp(std::string_view bytes) {
  if (bytes.size() < 30 || !bytes.starts_with("RIFF") || bytes.substr(8, 4) != "WEBP") return {};
  const std::string_view kind = bytes.substr(12, 4);
  if (kind == "VP8X") return PixelSize{little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1};
  if (kind == "VP8L" && bytes[20] == '\x2F') {
    const std::uint32_t bits = little(bytes, 21, 4);
    return PixelSize{(bits & 0x3FFFU) + 1, (bits >> 14U & 0x3FFFU) + 1};
  }
  if (kind == "VP8 " && bytes.substr(23, 3) == "\x9D\x01\x2A") {
    return PixelSize{little(bytes, 26, 2) & 0x3FFFU, little(bytes, 28, 2) & 0x3FFFU};
  }
  return {};
}

/// ISO/IEC 23008-12, 6.5.3: sizes stand in `ispe` boxes, before the pixels; a picture in tiles has one for the whole
/// and smaller ones for tiles.
std::optional<PixelSize> heif(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 1024UL * 1024);
  PixelSize largest;
  for (std::size_t at = head.find("ispe"); at != std::string_view::npos && at + 16 <= head.size();
       at = head.find("ispe", at + 4)) {
    const PixelSize size{big(head, at + 8, 4), big(head, at + 12, 4)};
    if (std::uint64_t{size.width} * size.height >= std::uint64_t{largest.width} * largest.height) largest = size;
  }
  if (largest.width == 0) return {};
  return largest;
}

}  // namespace

std::optional<PixelSize> picture_size(PictureFormat format, std::string_view bytes) {
  switch (format) {
    case PictureFormat::png: return png(bytes);
    case PictureFormat::jpeg: return jpeg(bytes);
    case PictureFormat::webp: return webp(bytes);
    case PictureFormat::heif: return heif(bytes);
  }
  return {};
}

}  // namespace lacit::base
