#include "drawings/xml_characters.h"

namespace lacit::drawings {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_beyond_ascii(char32_t c) {
  const bool sign =
      c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x206F) || (c >= 0x2190 && c <= 0x2BFF) || c == 0x3000;
  return c == 0xB7 || (c >= 0xC0 && c < 0xF0000 && !sign);
}

}  // namespace

bool is_character(char32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

bool may_be_in_name(char32_t c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || is_digit(c) || c == '_' || c == '-' || c == '.' || c == ':' || is_beyond_ascii(c);
}

bool may_begin_name(char32_t c) { return may_be_in_name(c) && !is_digit(c) && c != '-' && c != '.' && c != 0xB7; }

}  // namespace lacit::drawings
