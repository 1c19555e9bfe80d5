// Rules about characters and about words that say nothing.
#include "content/text_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "base/ascii.h"
#include "base/characters.h"
#include "base/utf8.h"
#include "content/letters.h"
#include "content/problem.h"
#include "content/scan.h"

namespace lacit::content {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// `<b>`, `</p>`, `<!--`: not `<` in «less than».
bool has_tag(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (is_letter(next) || next == '/' || next == '!') return true;
  }
  return false;
}

/// U+200C and U+200D shape the letters around them in scripts that the site's fonts do not have, and make one emoji of
/// several. Between Latin letters they are rubbish that came with copied text.
bool joins(std::string_view text, std::size_t at, char32_t before) {
  char32_t c = 0;
  const std::size_t used = base::decode(text, at, c);
  if (c != 0x200C && c != 0x200D) return false;
  char32_t after = U' ';
  return base::decode(text, at + used, after) != 0 && !is_in_fonts(before) && !is_in_fonts(after) &&
         base::stands_alone(after);
}

/// The first `&#1;`, `&#x1F;` or `&nbsp;` in a plain text, where it would be shown letter by letter. Of names those
/// that people copy from HTML: «Q&A;» is none.
std::string_view first_entity(std::string_view text) {
  static constexpr std::array<std::string_view, 20> names = {
      "amp",   "lt",    "gt",    "quot",  "apos",  "nbsp",  "shy",  "ndash", "mdash",  "hellip",
      "lsquo", "rsquo", "ldquo", "rdquo", "laquo", "raquo", "copy", "reg",   "eacute", "euro"};
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    Scan scan(text.substr(at + 1));
    const bool number = scan.literal("#") && (scan.one("xX") ? scan.some("0123456789abcdefABCDEF") : scan.some(digits));
    const std::string_view name = text.substr(at + 1, std::min(text.find(';', at), text.size()) - at - 1);
    const bool named =
        std::ranges::find(names, name) != names.end() && text.substr(at + 1 + name.size()).starts_with(';');
    if (named || (number && scan.literal(";"))) return text.substr(at, text.find(';', at) + 1 - at);
  }
  return {};
}

/// The character that `&#1;` or `&#x1;` names; 0xFFFD where there is none.
char32_t named_by(std::string_view entity) {
  entity.remove_prefix(2);
  const bool hexadecimal = entity.starts_with('x') || entity.starts_with('X');
  if (hexadecimal) entity.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(entity.data(), entity.data() + entity.size(), value, hexadecimal ? 16 : 10);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  return error == std::errc() && value <= 0x10FFFF && !surrogate ? value : base::replacement_character;
}

}  // namespace

base::Error entity_advice(std::string_view entity) {
  const std::string what = "the HTML entity «" + excerpt(entity) + "»";
  const char32_t c = entity.starts_with("&#") ? named_by(entity) : U' ';
  if (is_invisible(c) || c == base::replacement_character) return {what + ", which stands for no letter", "delete it"};
  return {what, "write the character itself"};
}

bool is_invisible(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool zero_width = c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
  const bool separator = c == 0x2028 || c == 0x2029;
  const bool bidirectional = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || zero_width || separator || bidirectional;
}

std::optional<base::Error> character_advice(std::string_view text) {
  char32_t code_point = U' ';
  char32_t before = U' ';
  for (std::size_t at = 0, used = 0; (used = base::decode(text, at, code_point)) != 0; at += used) {
    if (joins(text, at, std::exchange(before, code_point))) continue;
    if (code_point == '\n' || code_point == '\r') {
      return base::Error{"a line break inside text",
                         "write one paragraph a string; lists of texts take several strings"};
    }
    if (code_point == base::replacement_character) {
      return base::Error{"the sign \uFFFD stands for a letter that was lost", "write the letter anew"};
    }
    if (is_invisible(code_point)) {
      return base::Error{"an invisible character, number " + std::to_string(at + 1) + " in bytes",
                         "delete it; it often comes with copied text"};
    }
  }
  if (text.starts_with(' ') || text.ends_with(' ')) {
    return base::Error{"a space at the beginning or the end", "delete it"};
  }
  return {};
}

std::optional<base::Error> plain_text_advice(std::string_view text) {
  if (std::optional<base::Error> advice = character_advice(text)) return advice;
  if (text.find("**") != std::string_view::npos || text.find("](") != std::string_view::npos) {
    return base::Error{"this field knows no bold or links", "write plain words"};
  }
  if (const std::string_view entity = first_entity(text); !entity.empty()) return entity_advice(entity);
  if (has_tag(text)) return base::Error{"HTML would be shown as it is written", "write plain words"};
  return {};
}

std::optional<base::Error> link_label_advice(std::string_view label) {
  static constexpr std::array<std::string_view, 9> empty_words = {
      "click here", "here", "link", "this", "this link", "more", "go", "learn more", "read more"};
  const std::string lower = base::lower(label);
  if (std::find(empty_words.begin(), empty_words.end(), lower) == empty_words.end()) return {};
  return base::Error{"«" + std::string(label) + "» says nothing to somebody who hears only the links",
                     "name what the link leads to, or add \"about\": words that are heard and not seen"};
}

std::optional<base::Error> alt_advice(std::string_view alt, std::string_view file) {
  const std::string lower = base::lower(alt);
  if (lower == base::lower(file)) {
    return base::Error{"the alternative text is the file's name", "say what the picture shows"};
  }
  for (const std::string_view start : {"image of", "picture of", "photo of", "graphic of"}) {
    if (lower.starts_with(start)) {
      return base::Error{"«" + std::string(start) + "» is what screen readers say anyway", "begin with what it shows"};
    }
  }
  return {};
}

}  // namespace lacit::content
