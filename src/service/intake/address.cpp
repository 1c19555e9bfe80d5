#include "intake/address.h"

#include <idn2.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"

namespace lacit::intake {
namespace {

/// More is no domain in any form (RFC 1035, 2.3.4), and what converts it is not made for it.
constexpr std::size_t longest = 1024;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Beyond ASCII, or said to have been.
bool is_international(std::string_view domain) {
  static constexpr std::string_view prefix = "xn--";
  const bool prefixed = std::search(domain.begin(), domain.end(), prefix.begin(), prefix.end(),
                                    [](char a, char b) { return lower(a) == b; }) != domain.end();
  return prefixed || std::any_of(domain.begin(), domain.end(), [](char c) { return (c & 0x80) != 0; });
}

}  // namespace

std::string ascii_address(std::string_view address) {
  const std::size_t at = address.find('@') + 1;
  const std::string domain(address.substr(at));
  // What is no text at all is another fault (forms::check).
  if (!is_international(domain) || !base::valid(domain) || domain.find('\0') != std::string::npos) {
    return std::string(address);
  }
  std::string ascii(address.substr(0, at));
  char* converted = nullptr;
  const int code = domain.size() > longest
                       ? IDN2_TOO_BIG_DOMAIN
                       : idn2_to_ascii_8z(domain.c_str(), &converted, IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT);
  const std::unique_ptr<char, void (*)(void*)> owner(converted, &idn2_free);
  if (code == IDN2_OK) ascii += converted;
  return ascii;
}

}  // namespace lacit::intake
