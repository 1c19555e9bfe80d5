#include "base/heif_brands.h"

#include <algorithm>
#include <initializer_list>

namespace lacit::base {
namespace {

std::size_t box_length(std::string_view bytes) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < 4; ++i) length = length << 8U | static_cast<unsigned char>(bytes[i]);
  return std::min(length, bytes.size());
}

/// Whether the file says that it is made for readers of one of these (ISO/IEC 14496-12, 4.3): the major brand, then,
/// after a version, all others.
bool has_brand(std::string_view bytes, std::initializer_list<std::string_view> brands) {
  if (bytes.size() < 16 || bytes.substr(4, 4) != "ftyp") return false;
  const std::size_t length = box_length(bytes);
  for (std::size_t at = 8; at + 4 <= length; at += 4) {
    const bool minor_version = at == 12;
    if (!minor_version && std::ranges::find(brands, bytes.substr(at, 4)) != brands.end()) return true;
  }
  return false;
}

}  // namespace

bool is_avif(std::string_view bytes) { return has_brand(bytes, {"avif", "avis"}); }

// ISO/IEC 23008-12, 10.2 and annex B.4: those of HEVC, and the two that leave the coding open.
bool is_heic(std::string_view bytes) {
  return !is_avif(bytes) && has_brand(bytes, {"heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"});
}

}  // namespace lacit::base
