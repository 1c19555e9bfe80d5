#include "intake/picture_size.h"

#include <algorithm>

namespace lacit::intake {
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
std::optional<PictureSize> png(std::string_view bytes) {
  if (bytes.size() < 24 || !bytes.starts_with("\x89PNG\r\n\x1A\n") || bytes.substr(12, 4) != "IHDR") return {};
  return PictureSize{big(bytes, 16, 4), big(bytes, 20, 4)};
}

/// ITU-T T.81, B.2.2: the size stands in the frame header, the first marker C0 to CF that is not C4, C8 or CC.
std::optional<PictureSize> jpeg(std::string_view bytes) {
  if (!bytes.starts_with("\xFF\xD8\xFF")) return {};
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (bytes[at] != '\xFF') return {};
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // filling
      ++at;
      continue;
    }
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) return PictureSize{big(bytes, at + 7, 2), big(bytes, at + 5, 2)};
    if (marker == 0xDA || marker == 0xD9) return {};
    at += 2 + std::max(big(bytes, at + 2, 2), 2U);
  }
  return {};
}

/// RFC 9649, 2: RIFF with one of three kinds of first chunk.
std::optional<PictureSize> webp(std::string_view bytes) {
  if (bytes.size() < 30 || !bytes.starts_with("RIFF") || bytes.substr(8, 4) != "WEBP") return {};
  const std::string_view kind = bytes.substr(12, 4);
  if (kind == "VP8X") return PictureSize{little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1};
  if (kind == "VP8L" && bytes[20] == '\x2F') {
    const std::uint32_t bits = little(bytes, 21, 4);
    return PictureSize{(bits & 0x3FFFU) + 1, (bits >> 14U & 0x3FFFU) + 1};
  }
  if (kind == "VP8 " && bytes.substr(23, 3) == "\x9D\x01\x2A") {
    return PictureSize{little(bytes, 26, 2) & 0x3FFFU, little(bytes, 28, 2) & 0x3FFFU};
  }
  return {};
}

/// ISO/IEC 23008-12: a file type box with a brand of the HEIC family; sizes stand in `ispe` boxes, of which tiles have
/// smaller ones.
std::optional<PictureSize> heic(std::string_view bytes) {
  if (bytes.size() < 16 || bytes.substr(4, 4) != "ftyp") return {};
  const std::string_view brand = bytes.substr(8, 4);
  if (brand != "heic" && brand != "heix" && brand != "mif1" && brand != "msf1" && brand != "heim" && brand != "heis")
    return {};
  const std::string_view head = bytes.substr(0, 64UL * 1024);
  PictureSize largest;
  for (std::size_t at = head.find("ispe"); at != std::string_view::npos && at + 16 <= head.size();
       at = head.find("ispe", at + 4)) {
    const PictureSize size{big(head, at + 8, 4), big(head, at + 12, 4)};
    if (std::uint64_t{size.width} * size.height >= std::uint64_t{largest.width} * largest.height) largest = size;
  }
  if (largest.width == 0) return {};
  return largest;
}

}  // namespace

std::optional<PictureSize> picture_size(FileType type, std::string_view bytes) {
  switch (type) {
    case FileType::png: return png(bytes);
    case FileType::jpeg: return jpeg(bytes);
    case FileType::webp: return webp(bytes);
    case FileType::heic: return heic(bytes);
    default: return {};
  }
}

}  // namespace lacit::intake
