#include "codecs/webp_chunks.h"

#include <algorithm>

namespace lacit::codecs {
namespace {

constexpr std::size_t file_head = 12;  // `RIFF`, length, `WEBP`.
constexpr std::size_t chunk_head = 8;
constexpr unsigned metadata_flags = 0x20U | 0x08U | 0x04U;  // Profile, EXIF, XMP.

std::size_t little_endian_32(std::string_view bytes) {
  std::size_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[i]);
  return value;
}

std::string little_endian_32(std::size_t value) {
  std::string bytes;
  for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(value >> shift & 0xFFU);
  return bytes;
}

bool is_metadata(std::string_view name) { return name == "ICCP" || name == "EXIF" || name == "XMP "; }

}  // namespace

std::string without_metadata(std::string_view webp) {
  std::string chunks;
  for (std::size_t at = file_head; at + chunk_head <= webp.size();) {
    const std::size_t length = little_endian_32(webp.substr(at + 4, 4));
    const std::string_view chunk = webp.substr(at, chunk_head + length + length % 2);
    const std::string_view name = chunk.substr(0, 4);
    const std::size_t begin = chunks.size();
    if (!is_metadata(name)) chunks += chunk;
    if (name == "VP8X" && length > 0) {
      char& flags = chunks[begin + chunk_head];
      flags = static_cast<char>(static_cast<unsigned char>(flags) & ~metadata_flags);
    }
    at += chunk.size();
  }
  return "RIFF" + little_endian_32(chunks.size() + 4) + "WEBP" + chunks;
}

}  // namespace lacit::codecs
