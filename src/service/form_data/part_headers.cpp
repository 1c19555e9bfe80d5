#include "form_data/part_headers.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"

namespace lacit::form_data {
namespace {

/// Without the blanks of a header field (RFC 9110, 5.6.3); other white space is part of it.
std::string_view trimmed(std::string_view text) { return base::trimmed(text, " \t"); }

// HTML, «multipart/form-data encoding algorithm»: browsers write these three so, and nothing else.
std::string unescaped(std::string_view text) {
  struct Escape {
    std::string_view written;
    char meant;
  };
  static constexpr std::array<Escape, 3> escapes = {{{"%22", '"'}, {"%0D", '\r'}, {"%0A", '\n'}}};
  std::string out;
  while (!text.empty()) {
    const auto* escape =
        std::find_if(escapes.begin(), escapes.end(), [&](const Escape& e) { return text.starts_with(e.written); });
    out += escape == escapes.end() ? text.front() : escape->meant;
    text.remove_prefix(escape == escapes.end() ? 1 : 3);
  }
  return out;
}

/// One `; key=value` from the front of `rest`; false where there is none that can be read.
bool next_parameter(std::string_view& rest, std::string_view& key, std::string& value) {
  rest = trimmed(rest);
  if (!rest.starts_with(';')) return false;
  rest = trimmed(rest.substr(1));
  const std::size_t equals = rest.find('=');
  if (equals == std::string_view::npos) return false;
  key = trimmed(rest.substr(0, equals));
  rest.remove_prefix(equals + 1);
  if (rest.starts_with('"')) {
    const std::size_t end = rest.find('"', 1);
    if (end == std::string_view::npos) return false;
    value = unescaped(rest.substr(1, end - 1));
    rest.remove_prefix(end + 1);
    return true;
  }
  const std::size_t end = std::min(rest.find(';'), rest.size());
  value = unescaped(trimmed(rest.substr(0, end)));
  rest.remove_prefix(end);
  return true;
}

bool read_disposition(std::string_view value, Part& part) {
  const std::size_t type_end = std::min(value.find(';'), value.size());
  if (!base::same_word(trimmed(value.substr(0, type_end)), "form-data")) return false;
  value.remove_prefix(type_end);
  bool named = false;
  std::string_view key;
  std::string text;
  while (!trimmed(value).empty()) {
    if (!next_parameter(value, key, text)) return false;
    if (base::same_word(key, "name") && !std::exchange(named, true)) {
      part.name = text;
    } else if (base::same_word(key, "filename") && !part.file_name) {
      part.file_name = text;
    } else {
      return false;  // RFC 7578, 4.2: `filename*` is not to be sent, and two names are a way around checks.
    }
  }
  return named;
}

bool read_line(std::string_view line, Part& part, bool& disposed) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (base::same_word(name, "content-disposition"))
    return !std::exchange(disposed, true) && read_disposition(value, part);
  if (base::same_word(name, "content-type")) part.content_type = value;
  return true;
}

}  // namespace

std::optional<Part> parse_headers(std::string_view lines) {
  if (lines.find('\0') != std::string_view::npos) return {};
  Part part;
  bool disposed = false;
  while (!lines.empty()) {
    if (!lines.starts_with("\r\n")) return {};
    lines.remove_prefix(2);
    const std::size_t end = std::min(lines.find("\r\n"), lines.size());
    const std::string_view line = lines.substr(0, end);
    if (line.find_first_of("\r\n") != std::string_view::npos || !read_line(line, part, disposed)) return {};
    lines.remove_prefix(end);
  }
  if (!disposed) return {};
  return part;
}

std::optional<std::string> boundary_of(std::string_view content_type) {
  const std::size_t type_end = std::min(content_type.find(';'), content_type.size());
  if (!base::same_word(trimmed(content_type.substr(0, type_end)), "multipart/form-data")) return {};
  content_type.remove_prefix(type_end);
  std::string_view key;
  std::string value;
  while (next_parameter(content_type, key, value)) {
    if (!base::same_word(key, "boundary")) continue;
    const bool good = !value.empty() && value.size() <= 70 && std::all_of(value.begin(), value.end(), [](char c) {
      return (base::lower(c) >= 'a' && base::lower(c) <= 'z') || (c >= '0' && c <= '9') ||
             std::string_view("'()+_,-./:=?").find(c) != std::string_view::npos;
    });
    if (good) return value;
    return {};
  }
  return {};
}

}  // namespace lacit::form_data
