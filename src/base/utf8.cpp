#include "base/utf8.h"

namespace lacit::base {
namespace {

constexpr char32_t replacement = U'\uFFFD';

struct Lead {
  std::size_t size;
  char32_t bits;
  char32_t least;  ///< Anything below is an over-long form.
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xC2 && byte < 0xE0) return {2, byte & 0x1FU, 0x80};
  if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0FU, 0x800};
  if (byte >= 0xF0 && byte < 0xF5) return {4, byte & 0x07U, 0x10000};
  return {0, 0, 0};
}

bool is_scalar(char32_t c) { return c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF); }

// Bytes of the well-formed sequence at `at`; 0 where there is none.
std::size_t well_formed(std::string_view text, std::size_t at, char32_t& code_point) {
  const Lead lead = lead_of(static_cast<unsigned char>(text[at]));
  if (lead.size == 0 || at + lead.size > text.size()) return 0;
  char32_t c = lead.bits;
  for (std::size_t i = 1; i < lead.size; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0U) != 0x80) return 0;
    c = c << 6U | (byte & 0x3FU);
  }
  if (c < lead.least || !is_scalar(c)) return 0;
  code_point = c;
  return lead.size;
}

}  // namespace

std::size_t decode(std::string_view text, std::size_t at, char32_t& code_point) {
  const std::size_t used = well_formed(text, at, code_point);
  if (used > 0) return used;
  code_point = replacement;
  return 1;
}

bool valid(std::string_view text, std::size_t* bad_byte) {
  for (std::size_t at = 0; at < text.size();) {
    char32_t ignored = 0;
    const std::size_t used = well_formed(text, at, ignored);
    if (used == 0) {
      if (bad_byte != nullptr) *bad_byte = at;
      return false;
    }
    at += used;
  }
  return true;
}

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = 0;
    at += decode(text, at, c);
    units += c > 0xFFFF ? 2 : 1;
  }
  return units;
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    char32_t c = 0;
    at += decode(text, at, c);
  }
  return count;
}

void append(std::string& text, char32_t c) {
  const auto tail = [c](unsigned shift) { return static_cast<char>(0x80U | (c >> shift & 0x3FU)); };
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += {static_cast<char>(0xC0U | c >> 6U), tail(0)};
  } else if (c < 0x10000) {
    text += {static_cast<char>(0xE0U | c >> 12U), tail(6), tail(0)};
  } else {
    text += {static_cast<char>(0xF0U | c >> 18U), tail(12), tail(6), tail(0)};
  }
}

}  // namespace lacit::base
