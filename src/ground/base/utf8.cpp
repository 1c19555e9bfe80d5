// Unicode 15, table 3-7 «Well-Formed UTF-8 Byte Sequences»: the lead byte alone tells how many bytes follow and
// which range the second may be in.
#include "base/utf8.h"

#include <cstdint>

namespace lacit::base {
namespace {

/// What a lead byte promises. `length` 0: no sequence may begin with it.
struct Lead {
  std::size_t length;
  std::uint8_t payload_mask;
  std::uint8_t second_least;
  std::uint8_t second_most;
};

Lead lead_of(std::uint8_t byte) {
  if (byte < 0x80) return {1, 0x7F, 0x80, 0xBF};
  if (byte < 0xC2) return {0, 0, 0, 0};  // A continuation, or the lead of an overlong form.
  if (byte < 0xE0) return {2, 0x1F, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0x0F, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x0F, 0x80, 0x9F};  // Beyond 9F: surrogates.
  if (byte < 0xF0) return {3, 0x0F, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x07, 0x90, 0xBF};
  if (byte < 0xF4) return {4, 0x07, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x07, 0x80, 0x8F};
  return {0, 0, 0, 0};
}

struct Decoded {
  char32_t code_point;
  std::size_t used;
  bool well_formed;
};

Decoded decode_one(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const Lead lead = lead_of(byte(at));
  if (lead.length == 0) return {replacement_character, 1, false};
  auto code_point = static_cast<char32_t>(byte(at) & lead.payload_mask);
  for (std::size_t i = 1; i < lead.length; ++i) {
    const std::uint8_t least = i == 1 ? lead.second_least : 0x80;
    const std::uint8_t most = i == 1 ? lead.second_most : 0xBF;
    if (at + i >= text.size() || byte(at + i) < least || byte(at + i) > most) {
      return {replacement_character, i, false};
    }
    code_point = (code_point << 6U) | static_cast<char32_t>(byte(at + i) & 0x3FU);
  }
  return {code_point, lead.length, true};
}

}  // namespace

std::size_t decode(std::string_view text, std::size_t at, char32_t& code_point) {
  if (at >= text.size()) return 0;
  const Decoded decoded = decode_one(text, at);
  code_point = decoded.code_point;
  return decoded.used;
}

bool valid(std::string_view text, std::size_t* bad_byte) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_one(text, at);
    if (!decoded.well_formed) {
      if (bad_byte != nullptr) *bad_byte = at;
      return false;
    }
    at += decoded.used;
  }
  return true;
}

std::size_t code_point_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += decode_one(text, at).used;
  return count;
}

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_one(text, at);
    units += decoded.code_point > 0xFFFF ? 2 : 1;
    at += decoded.used;
  }
  return units;
}

}  // namespace lacit::base
