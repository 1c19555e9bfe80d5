#include "store/reference.h"

#include <algorithm>

#include "base/hex.h"
#include "base/safe_text.h"
#include "base/utf8.h"
#include "secrets/secrets.h"

namespace lacit::store {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t reference_length = 9;
constexpr std::size_t hyphen_at = 4;
constexpr std::size_t longest_typed = 64;

/// Dashes and spaces of every width, and the quotes and marks of direction that are copied along.
bool is_between(char32_t c) {
  static constexpr std::u32string_view some =
      U" \t\n\r-_.\u00A0\u00AB\u00AD\u00BB\u2060\u2212\u3000\uFE58\uFE63\uFF0D\uFEFF";
  return (c >= 0x2000 && c <= 0x2015) || c == 0x202F || some.find(c) != std::u32string_view::npos ||
         base::is_bidi_control(c);
}

char meant_letter(char32_t c) {
  if (c >= 'a' && c <= 'z') c -= 'a' - 'A';
  if (c == 'O') return '0';
  if (c == 'I' || c == 'L') return '1';
  return c < 0x80 ? static_cast<char>(c) : '?';
}

}  // namespace

std::string new_reference() {
  const std::string bytes = base::from_hex(secrets::random_hex(reference_length - 1)).value_or("");
  std::string reference;
  for (const char byte : bytes) {
    if (reference.size() == hyphen_at) reference += '-';
    reference += alphabet[static_cast<unsigned char>(byte) % alphabet.size()];
  }
  return reference;
}

bool is_reference(std::string_view text) {
  if (text.size() != reference_length || text[hyphen_at] != '-') return false;
  return std::count_if(text.begin(), text.end(), [](char c) { return alphabet.find(c) != std::string_view::npos; }) ==
         static_cast<std::ptrdiff_t>(reference_length) - 1;
}

std::string meant_reference(std::string_view typed) {
  std::string meant;
  for (std::size_t at = 0; at < std::min(typed.size(), longest_typed);) {
    char32_t code_point = 0;
    at += base::decode(typed, at, code_point);
    if (is_between(code_point)) continue;
    if (meant.size() == hyphen_at) meant += '-';
    meant += meant_letter(code_point);
  }
  return is_reference(meant) ? meant : std::string(typed);
}

}  // namespace lacit::store
