#include "base/safe_text.h"

#include <algorithm>

#include "base/characters.h"
#include "base/utf8.h"

namespace lacit::base {
namespace {

constexpr std::string_view first_strong_isolate = "\u2068";
constexpr std::string_view pop_isolate = "\u2069";
constexpr std::string_view replacement = "\uFFFD";

bool opens_isolate(char32_t c) { return c >= 0x2066 && c <= 0x2068; }
bool is_separator(char32_t c) { return c == 0x2028 || c == 0x2029; }
bool ends_line(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || is_separator(c); }

/// Calls `each` with a code point and its bytes; of malformed bytes with U+FFFD's own.
template <typename Each>
void for_each(std::string_view text, const Each& each) {
  for (std::size_t at = 0; at < text.size();) {
    char32_t code_point = 0;
    const std::size_t used = decode(text, at, code_point);
    each(code_point, code_point == replacement_character ? replacement : text.substr(at, used), at);
    at += used;
  }
}

template <typename Wanted>
bool any_of(std::string_view text, const Wanted& wanted) {
  bool found = false;
  for_each(text, [&](char32_t c, std::string_view /*bytes*/, std::size_t /*at*/) { found = found || wanted(c); });
  return found;
}

/// On a terminal, or in a letter of even width; a tab takes what it may take.
std::size_t columns_of(char32_t c) {
  constexpr char32_t first_wide = 0x1100;
  constexpr std::size_t tab = 8;
  if (c == '\t') return tab;
  if (!stands_alone(c)) return 0;
  return c < first_wide ? 1 : 2;
}

/// Unicode has a sign for each control of ASCII, from U+2400 on.
std::string sign_of(char32_t control) {
  if (is_separator(control) || control == 0x85) return "␤";
  if (control >= 0x80) return std::string(replacement);
  if (control == 0x7F) return "␡";
  return {'\xE2', '\x90', static_cast<char>(0x80U + control)};
}

}  // namespace

bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool has_bidi_controls(std::string_view text) { return any_of(text, &is_bidi_control); }

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  bool after_return = false;
  for_each(text, [&](char32_t c, std::string_view bytes, std::size_t at) {
    const bool second_half = after_return && c == '\n';
    after_return = c == '\r';
    if (!ends_line(c)) return;
    if (!second_half) lines.push_back(text.substr(begin, at - begin));
    begin = at + bytes.size();
  });
  lines.push_back(text.substr(begin));
  return lines;
}

std::vector<std::string_view> wrapped(std::string_view line, std::size_t columns) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  std::size_t blank = 0;  // After the last one of this piece; where the piece begins: there is none.
  std::size_t width = 0;
  for_each(line, [&](char32_t c, std::string_view bytes, std::size_t at) {
    const std::size_t own = columns_of(c);
    if (width + own > columns) {
      const std::size_t end = blank > begin ? blank : at;
      pieces.push_back(line.substr(begin, end - begin));
      begin = blank = end;
      width = 0;
      for_each(line.substr(end, at - end),
               [&width](char32_t each, std::string_view, std::size_t) { width += columns_of(each); });
    }
    width += own;
    if (c == ' ' || c == '\t') blank = at + bytes.size();
  });
  pieces.push_back(line.substr(begin));
  return pieces;
}

std::string shown(std::string_view text, std::string_view kept) {
  std::string out;
  out.reserve(text.size());
  for_each(text, [&](char32_t c, std::string_view bytes, std::size_t /*at*/) {
    const bool keeps = c < 0x80 && kept.find(static_cast<char>(c)) != std::string_view::npos;
    out += !keeps && (is_control(c) || is_separator(c)) ? sign_of(c) : std::string(bytes);
  });
  return out;
}

std::string isolated(std::string_view line) {
  if (!any_of(line, [](char32_t c) { return is_bidi_control(c) || is_right_to_left(c); })) return std::string(line);
  std::string out(first_strong_isolate);
  std::size_t open = 0;
  for_each(line, [&](char32_t c, std::string_view bytes, std::size_t /*at*/) {
    const bool closes = c == 0x2069;
    out += closes && open == 0 ? replacement : bytes;
    if (opens_isolate(c)) ++open;
    if (closes && open > 0) --open;
  });
  for (; open > 0; --open) out += pop_isolate;
  return out + std::string(pop_isolate);
}

std::string one_line(std::string_view text) { return isolated(shown(text)); }

std::string shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace lacit::base
