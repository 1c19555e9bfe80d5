// Rules about characters and about words that say nothing.
#include "content/text_rules.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

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

}  // namespace

bool is_invisible(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool zero_width = c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
  const bool separator = c == 0x2028 || c == 0x2029;
  const bool bidirectional = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || zero_width || separator || bidirectional;
}

std::optional<Advice> character_advice(std::string_view text) {
  char32_t code_point = 0;
  for (std::size_t at = 0, used = 0; (used = base::decode(text, at, code_point)) != 0; at += used) {
    if (code_point == '\n' || code_point == '\r') {
      return Advice{"a line break inside text", "write one paragraph a string; lists of texts take several strings"};
    }
    if (code_point == base::replacement_character) {
      return Advice{"the sign \uFFFD stands for a letter that was lost", "write the letter anew"};
    }
    if (is_invisible(code_point)) {
      return Advice{"an invisible character, number " + std::to_string(at + 1) + " in bytes",
                    "delete it; it often comes with copied text"};
    }
  }
  if (text.starts_with(' ') || text.ends_with(' ')) {
    return Advice{"a space at the beginning or the end", "delete it"};
  }
  return {};
}

std::optional<Advice> plain_text_advice(std::string_view text) {
  if (std::optional<Advice> advice = character_advice(text)) return advice;
  if (text.find("**") != std::string_view::npos || text.find("](") != std::string_view::npos) {
    return Advice{"this field knows no bold or links", "write plain words"};
  }
  if (has_tag(text)) return Advice{"HTML would be shown as it is written", "write plain words"};
  return {};
}

std::optional<Advice> link_label_advice(std::string_view label) {
  static constexpr std::array<std::string_view, 9> empty_words = {
      "click here", "here", "link", "this", "this link", "more", "go", "learn more", "read more"};
  const std::string lower = lower_case(label);
  if (std::find(empty_words.begin(), empty_words.end(), lower) == empty_words.end()) return {};
  return Advice{"«" + std::string(label) + "» says nothing to somebody who hears only the links",
                "name what the link leads to, or add \"about\": words that are heard and not seen"};
}

std::optional<Advice> alt_advice(std::string_view alt, std::string_view file) {
  const std::string lower = lower_case(alt);
  if (lower == lower_case(file)) {
    return Advice{"the alternative text is the file's name", "say what the picture shows"};
  }
  for (const std::string_view start : {"image of", "picture of", "photo of", "graphic of"}) {
    if (lower.starts_with(start)) {
      return Advice{"«" + std::string(start) + "» is what screen readers say anyway", "begin with what it shows"};
    }
  }
  return {};
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace lacit::content
