#include "markup/escape.h"

#include "base/utf8.h"

namespace lacit::markup {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// HTML, 13.1.2: documents hold no control characters but white space. What visitors send may.
bool may_stand(char32_t c) { return c >= 0x20 || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// What is not well-formed, as decoders have it.
std::string_view character(std::string_view text, std::size_t at, std::size_t& used) {
  char32_t c = 0;
  used = base::decode(text, at, c);
  return c == base::replacement_character || !may_stand(c) ? replacement : text.substr(at, used);
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0, used = 1; at < text.size(); at += used) {
    const std::string_view one = character(text, at, used);
    switch (one.front()) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += one;
    }
  }
  return out;
}

std::string escaped_in_script(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    switch (c) {
      case '<': out += "\\u003c"; break;
      case '>': out += "\\u003e"; break;
      case '&': out += "\\u0026"; break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace lacit::markup
