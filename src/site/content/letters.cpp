#include "content/letters.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

#include "base/characters.h"
#include "base/utf8.h"

namespace lacit::content {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

/// What the four files of the font have (scripts/dev/assets.sh), without the marks that are set over letters; a test
/// compares.
constexpr std::array<Range, 43> ranges{
    {{0x0020, 0x007E}, {0x00A0, 0x00AC}, {0x00AE, 0x00B4}, {0x00B6, 0x0107}, {0x010A, 0x0113}, {0x0116, 0x011B},
     {0x011E, 0x0123}, {0x0126, 0x0127}, {0x012A, 0x012B}, {0x012E, 0x0133}, {0x0136, 0x0137}, {0x0139, 0x013E},
     {0x0141, 0x0148}, {0x0150, 0x0155}, {0x0158, 0x015B}, {0x015E, 0x0165}, {0x016A, 0x016B}, {0x016E, 0x017E},
     {0x0192, 0x0192}, {0x0218, 0x021B}, {0x0237, 0x0237}, {0x02C6, 0x02C7}, {0x02C9, 0x02C9}, {0x02DA, 0x02DA},
     {0x02DC, 0x02DD}, {0x1E80, 0x1E85}, {0x1E9E, 0x1E9E}, {0x1EF2, 0x1EF3}, {0x2009, 0x2009}, {0x2013, 0x2014},
     {0x2018, 0x201A}, {0x201C, 0x201E}, {0x2020, 0x2020}, {0x2022, 0x2022}, {0x2026, 0x2026}, {0x2039, 0x203A},
     {0x2044, 0x2044}, {0x20AC, 0x20AC}, {0x20B9, 0x20B9}, {0x2113, 0x2113}, {0x2122, 0x2122}, {0x2212, 0x2212},
     {0x2215, 0x2215}}};

std::string number_of(char32_t c) {
  std::array<char, 16> text{};
  const int size = std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(c));
  return {text.data(), static_cast<std::size_t>(size)};
}

/// `«Ω» (U+03A9)`; only the number of what is nothing by itself.
std::string name_of(std::string_view letter, char32_t c) {
  return base::stands_alone(c) ? "«" + std::string(letter) + "» (" + number_of(c) + ")" : number_of(c);
}

}  // namespace

bool is_in_fonts(char32_t code_point) {
  const auto found = std::ranges::lower_bound(ranges, code_point, {}, &Range::last);
  return found != ranges.end() && code_point >= found->first;
}

std::optional<base::Error> letters_advice(std::string_view text) {
  constexpr std::size_t most = 6;
  std::vector<char32_t> lacking;
  std::string names;
  char32_t c = 0;
  for (std::size_t at = 0, used = 0; (used = base::decode(text, at, c)) != 0; at += used) {
    if (is_in_fonts(c) || std::ranges::find(lacking, c) != lacking.end()) continue;
    lacking.push_back(c);
    if (lacking.size() <= most) names += (names.empty() ? "" : ", ") + name_of(text.substr(at, used), c);
  }
  if (lacking.empty()) return {};
  if (lacking.size() > most) names += " and " + std::to_string(lacking.size() - most) + " more";
  return base::Error{
      "the site's fonts lack " + names,
      "visitors' browsers draw this text in a font of theirs; where that matters, write it with other letters"};
}

std::string composed(std::string text) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return text;
  utf8proc_uint8_t* bytes = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &bytes, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(bytes, &std::free);
  if (size < 0) return text;  // No UTF-8: told of where the file was read.
  return {reinterpret_cast<const char*>(owned.get()), static_cast<std::size_t>(size)};
}

}  // namespace lacit::content
