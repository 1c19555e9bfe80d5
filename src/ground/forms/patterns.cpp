// The two shapes that a value may have to have. By hand and in one pass: std::regex recurses once a character.
#include <algorithm>
#include <string_view>

#include "base/ascii.h"

#include "forms/rules.h"

namespace lacit::forms {
namespace {

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

/// RFC 5321, 4.5.3.1.1: 64 at most.
bool is_local_part(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return base::is_alphanumeric(c) || is_one_of(c, ".!#$%&'*+/=?^_`{|}~-");
  });
}

/// RFC 1034, 3.5: letters, digits, hyphens inside, 63 at most.
bool is_domain_label(std::string_view text) {
  return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), [](char c) { return base::is_alphanumeric(c) || c == '-'; });
}

/// `x 12`, `ext. 12`; the whole rest of the number.
bool is_extension(std::string_view text) {
  if (text.starts_with("ext")) {
    text.remove_prefix(text.starts_with("ext.") ? 4 : 3);
  } else if (text.starts_with('x')) {
    text.remove_prefix(1);
  } else {
    return false;
  }
  if (text.starts_with(' ')) text.remove_prefix(1);
  return !text.empty() && text.size() <= 6 && std::all_of(text.begin(), text.end(), base::is_digit);
}

}  // namespace

bool is_email(std::string_view address) {
  const std::size_t at = address.find('@');
  if (at == std::string_view::npos || !is_local_part(address.substr(0, at))) return false;
  std::string_view domain = address.substr(at + 1);
  if (domain.size() > 253) return false;  // RFC 1035, 2.3.4: 255 with the lengths of its first and its last label.
  while (true) {
    const std::size_t dot = domain.find('.');
    if (!is_domain_label(domain.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    domain.remove_prefix(dot + 1);
  }
}

bool is_phone(std::string_view number) {
  if (number.starts_with('+')) number.remove_prefix(1);
  while (!number.empty() && is_one_of(number.front(), "(. -/")) number.remove_prefix(1);
  int digits = 0;
  while (!number.empty() && (base::is_digit(number.front()) || (digits > 0 && is_one_of(number.front(), "(). -/")))) {
    digits += base::is_digit(number.front()) ? 1 : 0;
    number.remove_prefix(1);
  }
  return digits >= 7 && digits <= 15 && (number.empty() || is_extension(number));
}

}  // namespace lacit::forms
