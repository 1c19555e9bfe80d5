#include "server/site_path.h"

#include <algorithm>

#include "base/utf8.h"
#include "http/syntax.h"

namespace lacit::server {
namespace {

std::string_view path_of(std::string_view target) { return target.substr(0, target.find_first_of("?#")); }

bool has_controls(std::string_view text) {
  char32_t code = 0;
  for (std::size_t at = 0, used = 0; (used = base::decode(text, at, code)) > 0; at += used) {
    if (code < 0x20 || (code >= 0x7F && code <= 0x9F)) return true;
  }
  return false;
}

bool has_odd_segments(std::string_view path) {
  path.remove_prefix(1);
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    if (segment == "." || segment == "..") return true;
    if (slash == std::string_view::npos) return false;
    if (segment.empty()) return true;
    path.remove_prefix(slash + 1);
  }
}

bool is_plain(std::string_view path) {
  return path.starts_with('/') && path.find('\\') == std::string_view::npos && base::valid(path) &&
         !has_controls(path) && !has_odd_segments(path);
}

/// What may stand for itself in a path (RFC 3986, 3.3), beside letters and digits.
constexpr std::string_view path_marks = "-._~!$&'()*+,;=:@/";

void add_encoded(std::string& result, char c) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  result += {'%', digits[byte / 16], digits[byte % 16]};
}

void add_plain(std::string& result, char c, std::string_view marks) {
  if (http::is_alphanumeric(c) || marks.find(c) != std::string_view::npos) {
    result += c;
  } else {
    add_encoded(result, c);
  }
}

}  // namespace

std::string decoded_path(std::string_view target) {
  const std::string_view coded = path_of(target);
  std::string path;
  for (std::size_t i = 0; i < coded.size(); ++i) {
    if (coded[i] != '%') {
      path += coded[i];
      continue;
    }
    if (!http::is_encoded_byte(coded.substr(i, 3))) return {};
    path += static_cast<char>(http::hex_digit(coded[i + 1]) * 16 + http::hex_digit(coded[i + 2]));
    if (path.back() == '/') return {};  // 2.2: an encoded delimiter is none; no name of a file has one.
    i += 2;
  }
  return is_plain(path) ? path : std::string();
}

std::string_view query_of(std::string_view target) {
  const std::size_t question = target.find('?');
  if (question == std::string_view::npos) return {};
  return target.substr(question + 1, target.find('#', question) - question - 1);
}

std::string location(std::string_view path, std::string_view target) {
  path.remove_prefix(std::min(path.find_first_not_of("/\\"), path.size()));
  std::string result = "/";
  for (const char c : path) add_plain(result, c, path_marks);
  const std::string_view query = query_of(target);
  if (!query.empty()) result += '?';
  for (std::size_t i = 0; i < query.size(); ++i) {
    // The visitor's own escapes stay; a percent sign that begins none is one that was meant as such.
    const bool escape = http::is_encoded_byte(query.substr(i, 3));
    add_plain(result, query[i], escape ? "%" : "-._~!$&'()*+,;=:@/?");
  }
  return result;
}

}  // namespace lacit::server
