#include "http/syntax.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.h"

namespace lacit::http {
namespace {

/// Which bytes tokens are of: looked up, since every answer's fields are checked as well.
constexpr std::array<bool, 256> of_tokens = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = is_alphanumeric(static_cast<char>(c));
  for (const char mark : std::string_view("!#$%&'*+-.^_`|~")) table[static_cast<unsigned char>(mark)] = true;
  return table;
}();

/// Where the list's next element ends.
std::size_t end_of_element(std::string_view list) {
  bool quoted = false;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] == '"') quoted = !quoted;
    if (list[i] == ',' && !quoted) return i;
  }
  return list.size();
}

}  // namespace

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return of_tokens[static_cast<unsigned char>(c)]; });
}

bool is_field_value(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return is_control(c) && c != '\t'; });
}

bool is_field_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && is_token(line.substr(0, colon)) && is_field_value(line.substr(colon + 1));
}

bool is_of_framing(std::string_view name) {
  return base::same_word(name, "content-length") || base::same_word(name, "transfer-encoding") ||
         base::same_word(name, "host");
}

std::string_view trimmed(std::string_view text) { return base::trimmed(text, " \t"); }

std::optional<std::uint64_t> number(std::string_view digits) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_encoded_byte(std::string_view text) {
  return text.size() == 3 && text[0] == '%' && hex_digit(text[1]) >= 0 && hex_digit(text[2]) >= 0;
}

std::vector<std::string_view> elements(std::string_view list) {
  std::vector<std::string_view> result;
  while (!list.empty()) {
    const std::size_t end = end_of_element(list);
    const std::string_view element = trimmed(list.substr(0, end));
    if (!element.empty()) result.push_back(element);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return result;
}

}  // namespace lacit::http
