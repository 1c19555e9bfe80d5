#include "http/chunk.h"

#include <algorithm>

#include "http/syntax.h"

namespace lacit::http {
namespace {

void skip_blanks(std::string_view& text) { text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size())); }

bool take(std::string_view& text, char wanted) {
  if (!text.starts_with(wanted)) return false;
  text.remove_prefix(1);
  return true;
}

bool take_token(std::string_view& text) {
  std::size_t length = 0;
  while (length < text.size() && is_token(text.substr(length, 1))) ++length;
  text.remove_prefix(length);
  return length > 0;
}

/// RFC 9110, 5.6.4.
bool take_quoted(std::string_view& text) {
  if (!take(text, '"')) return false;
  while (!text.empty()) {
    const char c = text.front();
    text.remove_prefix(1);
    if (c == '"') return true;
    if (c == '\\' && !text.empty()) text.remove_prefix(1);
  }
  return false;
}

/// 7.1.1: `*( BWS ";" BWS chunk-ext-name [ BWS "=" BWS chunk-ext-val ] )`. None is known here, so all are ignored.
bool are_extensions(std::string_view text) {
  while (!text.empty()) {
    skip_blanks(text);
    if (!take(text, ';')) return false;
    skip_blanks(text);
    if (!take_token(text)) return false;
    std::string_view after = text;
    skip_blanks(after);
    if (!take(after, '=')) continue;
    skip_blanks(after);
    if (!(after.starts_with('"') ? take_quoted(after) : take_token(after))) return false;
    text = after;
  }
  return true;
}

}  // namespace

std::optional<std::uint64_t> chunk_size(std::string_view line) {
  std::uint64_t size = 0;
  std::size_t digits = 0;
  for (; digits < line.size() && hex_digit(line[digits]) >= 0; ++digits) {
    if (digits == most_size_digits) return std::nullopt;
    size = size * 16 + static_cast<std::uint64_t>(hex_digit(line[digits]));
  }
  if (size > most_chunk || digits == 0 || !is_field_value(line) || !are_extensions(line.substr(digits)))
    return std::nullopt;
  return size;
}

}  // namespace lacit::http
