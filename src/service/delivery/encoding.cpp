#include "delivery/encoding.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace lacit::delivery {
namespace {

constexpr std::size_t longest_line = 76;

/// `mark` and two digits.
std::string escaped(char mark, char c) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {mark, digits[byte >> 4U], digits[byte & 0xFU]};
}

void add_quoted_line(std::string& out, std::string_view line) {
  std::size_t column = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool blank = c == ' ' || c == '\t';
    const bool plain = blank ? i + 1 < line.size() : c > ' ' && c <= '~' && c != '=';
    const std::string piece = plain ? std::string(1, c) : escaped('=', c);
    if (column + piece.size() >= longest_line) {  // The `=` that says that the line goes on has a place too.
      out += "=\r\n";
      column = 0;
    }
    out += piece;
    column += piece.size();
  }
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

std::string base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // EVP_EncodeBlock ends with a zero.
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes_of(bytes), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

std::string quoted_printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    add_quoted_line(out, text.substr(0, end));
    out += "\r\n";
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}

std::string percent_encoded(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const bool plain =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_';
    out += plain ? std::string(1, c) : escaped('%', c);
  }
  return out;
}

std::string signature(std::string_view secret, std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), bytes_of(text), text.size(), digest.data(), &size);
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (unsigned i = 0; i < size; ++i) {
    hex += digits[digest[i] >> 4U];
    hex += digits[digest[i] & 0xFU];
  }
  return hex;
}

}  // namespace lacit::delivery
