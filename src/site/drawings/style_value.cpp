// One property's value.
#include <algorithm>
#include <array>

#include "base/ascii.h"

#include "content/media_svg.h"
#include "content/scan.h"
#include "content/text_rules.h"
#include "drawings/fault.h"
#include "drawings/names.h"
#include "drawings/numbers.h"
#include "drawings/style.h"

namespace lacit::drawings {
namespace {

using content::quoted;

constexpr std::string_view spaces = " \t\r\n\f";
constexpr std::string_view in_words = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.%#+";

constexpr std::string_view in_keywords = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-";
constexpr std::string_view in_strings = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+., ";
constexpr std::size_t longest_keyword = 32;
constexpr std::array measured{"x",
                              "y",
                              "width",
                              "height",
                              "cx",
                              "cy",
                              "r",
                              "rx",
                              "ry",
                              "stroke-width",
                              "stroke-dasharray",
                              "stroke-dashoffset",
                              "stroke-miterlimit",
                              "stroke-opacity",
                              "fill-opacity",
                              "stop-opacity",
                              "flood-opacity",
                              "opacity",
                              "letter-spacing",
                              "word-spacing",
                              "line-height"};
constexpr std::array color_spaces{"display-p3", "a98-rgb", "rec2020", "xyz-d50", "xyz-d65"};  // CSS Color 4, 10.
constexpr std::array not_measured{"auto", "none", "normal", "inherit", "initial", "unset"};

template <typename List>
bool has(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

/// Letters of any script, digits, spaces and hyphens. Some systems' own fonts begin with a point.
bool is_font_name(std::string_view name) {
  if (name.starts_with('.')) name.remove_prefix(1);
  return std::ranges::all_of(name, [](char c) {
    return c == ' ' || c == '-' || c == '_' || content::letters_digits.find(c) != std::string_view::npos ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

bool is_in_word(char c) { return in_words.find(c) != std::string_view::npos || static_cast<unsigned char>(c) >= 0x80; }

class Value {
 public:
  Value(std::string_view property, std::string_view text, std::size_t offset)
      : property_(property), text_(text), offset_(offset) {}

  std::string run() {
    while (at_ < text_.size()) step();
    if (depth_ != 0) unreadable();
    return std::move(out_);
  }

 private:
  [[noreturn]] void fail(std::string what, std::string mend) const {
    throw Fault(offset_, std::move(what), std::move(mend));
  }
  [[noreturn]] void unreadable() const {
    fail("the style " + quoted(text_) + " holds what no drawing needs",
         "export it with styles as presentation attributes");
  }
  [[nodiscard]] char now() const { return text_[at_]; }

  void step() {
    const char c = now();
    if (c == '/' && text_.substr(at_).starts_with("/*")) return comment();
    if (c == '/') return slash();
    if (c == '"' || c == '\'') return string();
    if (is_in_word(c)) return word();
    // Not the backslash: escapes spell words in other letters (CSS Syntax 3, 4.3.7).
    if (std::string_view(" \t\r\n\f,()*!").find(c) == std::string_view::npos) unreadable();
    if (c == '(') ++depth_;
    if (c == ')' && --depth_ < 0) unreadable();
    const bool space = spaces.find(c) != std::string_view::npos;
    out_ += space ? ' ' : c;
    ++at_;
  }

  void comment() {
    const std::size_t end = text_.find("*/", at_ + 2);
    if (end == std::string_view::npos) unreadable();
    at_ = end + 2;
    out_ += ' ';
  }

  void string() {
    const std::size_t end = text_.find(now(), at_ + 1);
    if (end == std::string_view::npos) unreadable();
    const std::string_view whole = text_.substr(at_, end + 1 - at_);
    // Names of fonts and of their features, and the data of path().
    const std::string_view bare = whole.substr(1, whole.size() - 2);
    if (names_font() ? !is_font_name(bare) : bare.find_first_not_of(in_strings) != std::string_view::npos) unreadable();
    out_ += whole;
    at_ = end + 1;
  }

  void word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_in_word(now())) ++at_;
    const std::string_view found = text_.substr(begin, at_ - begin);
    const bool is_called = at_ < text_.size() && now() == '(';
    if (is_called) {
      const std::string name = base::lower(found);
      if (name == "url") return url();
      if (!is_function(name))
        fail("the style " + quoted(text_) + " uses " + quoted(found) + ", which drawings do not know",
             "export it with styles as presentation attributes");
    }
    if (!is_called && !is_known(found)) refuse(found);
    out_ += found;
  }

  [[noreturn]] void refuse(std::string_view word) const {
    const std::string what = quoted(property_) + " is " + quoted(text_);
    if (is_too_large(word)) fail(what + ", and browsers draw nothing that large", "write a smaller number");
    if (has(measured, property_)) fail(what + ", which is neither a number nor a length", "correct or delete it");
    unreadable();
  }

  [[nodiscard]] bool names_font() const { return property_ == "font-family" || property_ == "font"; }

  /// A number, a color or a keyword; in the names of fonts, letters.
  [[nodiscard]] bool is_known(std::string_view word) const {
    if (is_numeric(word)) return true;
    if (word.front() == '#') {
      return word.size() > 3 && word.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
    }
    if (names_font()) return is_font_name(word);
    if (has(measured, property_)) return has(not_measured, word) || (depth_ > 0 && (word == "-" || word == "+"));
    if (depth_ > 0 && has(color_spaces, word)) return true;
    return word.size() <= longest_keyword && word.find_first_not_of(in_keywords) == std::string_view::npos;
  }

  /// Between a size and a height of lines, or before an alpha.
  void slash() {
    const std::size_t next = text_.find_first_not_of(spaces, at_ + 1);
    const std::string_view after = next == std::string_view::npos ? "" : text_.substr(next);
    std::string_view number = after;
    const bool follows = take_number(number).has_value() || after.starts_with("normal") || after.starts_with("none");
    if (!follows || (depth_ == 0 && property_ != "font")) unreadable();
    out_ += '/';
    ++at_;
  }

  /// SVG 2, 16.1.4: only a part of the same document; anything else would be loaded.
  void url() {
    const std::size_t end = text_.find(')', at_);
    if (end == std::string_view::npos) unreadable();
    std::string_view address = base::trimmed(text_.substr(at_ + 1, end - at_ - 1));
    const bool in_quotes = address.size() > 1 && (address.front() == '"' || address.front() == '\'');
    if (in_quotes && address.back() == address.front()) address = address.substr(1, address.size() - 2);
    if (!address.starts_with('#')) {
      fail("the style takes something from elsewhere (" + quoted(address) + ")",
           "put it into the drawing, or delete it");
    }
    if (address.size() < 2 || address.find_first_of("\\\"'() \t\r\n\f") != std::string_view::npos) unreadable();
    out_ += "url(" + std::string(address) + ")";
    at_ = end + 1;
  }

  std::string_view property_;
  std::string_view text_;
  std::size_t offset_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::string out_;
};

}  // namespace

std::string clean_value(std::string_view property, std::string_view value, std::size_t offset) {
  std::string cleaned = Value(property, value, offset).run();
  const std::size_t first = cleaned.find_first_not_of(' ');
  return first == std::string::npos ? "" : cleaned.substr(first, cleaned.find_last_not_of(' ') - first + 1);
}

}  // namespace lacit::drawings
