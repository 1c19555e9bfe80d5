#include "drawings/style.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "content/media_svg.h"
#include "content/text_rules.h"
#include "drawings/fault.h"
#include "drawings/names.h"

namespace lacit::drawings {
namespace {

using content::quoted;

constexpr std::string_view spaces = " \t\r\n\f";
constexpr const char* mend = "export it with styles as presentation attributes";

/// Up to the first of the `ends` that stands neither in quotes, brackets nor a comment; takes that too.
std::string_view take_until(std::string_view& rest, std::string_view ends) {
  int depth = 0;
  for (std::size_t at = 0; at < rest.size(); ++at) {
    const char c = rest[at];
    if (c == '"' || c == '\'') {
      at = std::min(rest.find(c, at + 1), rest.size() - 1);
    } else if (rest.substr(at).starts_with("/*")) {
      at = std::min(rest.find("*/", at + 2), rest.size() - 2) + 1;
    } else if (depth == 0 && ends.find(c) != std::string_view::npos) {
      const std::string_view found = rest.substr(0, at);
      rest.remove_prefix(at);
      return found;
    }
    if (c == '(') ++depth;
    if (c == ')') --depth;
  }
  const std::string_view found = rest;
  rest = {};
  return found;
}

std::string without_comments(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find("/*", at), text.size());
    plain.append(text, at, begin - at);
    if (begin == text.size()) break;
    const std::size_t end = text.find("*/", begin + 2);
    at = end == std::string_view::npos ? text.size() : end + 2;
    plain += ' ';
  }
  return plain;
}

/// What no list knows is left out; but what would load or run is not passed over in silence.
void judge_unknown(std::string_view value, std::size_t offset) {
  std::string bare = base::lower(value);
  std::erase_if(bare, [](char c) { return spaces.find(c) != std::string_view::npos || c == '"' || c == '\''; });
  for (std::size_t at = bare.find("url("); at != std::string::npos; at = bare.find("url(", at + 1)) {
    if (bare.substr(at + 4, 1) != "#") {
      throw Fault(offset, "the style takes something from elsewhere (" + quoted(value) + ")",
                  "put it into the drawing, or delete it");
    }
  }
  for (const std::string_view active : {"\\", "javascript:", "expression(", "image-set(", "image(", "src("}) {
    if (bare.find(active) != std::string::npos) {
      throw Fault(offset, "the style " + quoted(value) + " holds what no drawing needs", mend);
    }
  }
}

/// As these values do nothing, they are left out like what nobody knows.
constexpr std::array idle{"", "none", "0", "1", "auto", "normal", "initial", "transparent", "0deg", "0 0"};

void judge_browsers_own(const std::string& name, std::string_view value, std::size_t offset) {
  if (!is_browsers_own(name) || std::ranges::find(idle, value) != idle.end()) return;
  throw Fault(offset, "the style sets " + quoted(name) + ", by which only some programs draw",
              "say it with elements and presentation attributes, or delete it");
}

/// The shorthand where it is no more than a colour.
bool is_plain_background(std::string_view name, std::string_view value) {
  int depth = 0;
  const bool one_word = std::ranges::none_of(value, [&depth](char c) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    return depth == 0 && spaces.find(c) != std::string_view::npos;
  });
  return name == "background" && one_word && value != "none" && value.find("url(") == std::string_view::npos &&
         value.find("gradient") == std::string_view::npos;
}

bool is_in_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

[[noreturn]] void unreadable_selector(std::string_view text, std::size_t offset) {
  throw Fault(offset,
              "the style sheet has the selector " + quoted(text) + ", which is none of a name, a class or an id", mend);
}

/// Names, classes and ids; between them a space (in) or `>` (directly in).
Selector read_selector(std::string_view text, std::size_t offset) {
  Selector selector;
  char kind = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '.' || c == '#' || c == '>') {
      if (kind == '.' || kind == '#') unreadable_selector(text, offset);
      if (c == '>' && (selector.empty() || selector.back().kind == '>')) unreadable_selector(text, offset);
      if (c == '>') selector.push_back({'>'});
      kind = c == '>' ? '\0' : c;
      ++at;
      continue;
    }
    if (spaces.find(c) != std::string_view::npos) {
      if (kind != 0) unreadable_selector(text, offset);
      at = text.find_first_not_of(spaces, at);
      const bool beside = text[at] == '>' || selector.back().kind == '>';
      if (!beside) selector.push_back({' '});
      continue;
    }
    std::size_t end = at + (c == '*' ? 1 : 0);
    while (c != '*' && end < text.size() && is_in_name(text[end])) ++end;
    const bool begins = selector.empty() || selector.back().kind == ' ' || selector.back().kind == '>';
    if (end == at || (c == '*' && kind != 0) || (kind == 0 && !begins)) unreadable_selector(text, offset);
    selector.push_back({kind, std::string(text.substr(at, end - at))});
    kind = 0;
    at = end;
  }
  if (selector.empty() || kind != 0 || selector.back().name.empty()) unreadable_selector(text, offset);
  return selector;
}

/// Elements that no drawing holds are named by no rule that is published.
bool may_match(const Selector& selector) {
  return std::ranges::all_of(selector, [](const SelectorPart& part) {
    const bool is_element = part.kind == 0 && part.name != "*";
    return !is_element || element_treatment(part.name) == Treatment::keep;
  });
}

}  // namespace

std::vector<Attribute> read_declarations(std::string_view text, std::size_t offset) {
  std::vector<Attribute> declarations;
  while (!text.empty()) {
    std::string_view declaration = take_until(text, ";");
    if (!text.empty()) text.remove_prefix(1);
    const std::string plain = without_comments(declaration);
    const std::string_view one = base::trimmed(plain);
    const std::size_t colon = one.find(':');
    std::string name = base::lower(base::trimmed(one.substr(0, colon)));
    const std::string_view value = colon == std::string_view::npos ? "" : base::trimmed(one.substr(colon + 1));
    if (is_plain_background(name, value)) name = "background-color";
    if (!is_property(name)) {
      judge_unknown(one, offset);
      judge_browsers_own(name, value, offset);
    } else if (!value.empty()) {
      declarations.push_back({name, clean_value(name, value, offset)});
    }
  }
  return declarations;
}

std::string printed(const std::vector<Attribute>& declarations) {
  std::string text;
  for (const Attribute& each : declarations) text += (text.empty() ? "" : ";") + each.name + ':' + each.value;
  return text;
}

std::vector<CssRule> read_sheet(std::string_view given, std::size_t offset) {
  const std::string plain = without_comments(given);
  std::string_view rest = base::trimmed(plain);
  if (rest.starts_with("<!--")) rest.remove_prefix(4);  // CSS Syntax 3, 4.3.4: what once hid it from old browsers.
  if (rest.ends_with("-->")) rest.remove_suffix(3);
  std::vector<CssRule> rules;
  for (rest = base::trimmed(rest); !rest.empty(); rest = base::trimmed(rest)) {
    if (rest.front() == '@') {
      throw Fault(offset,
                  "the style sheet has " + quoted(rest.substr(0, rest.find_first_of(" {;("))) +
                      ", which loads or changes something",
                  mend);
    }
    std::string_view selectors = take_until(rest, "{}");
    if (!rest.starts_with('{')) unreadable_selector(selectors, offset);
    rest.remove_prefix(1);
    const std::string_view body = take_until(rest, "{}");
    if (!rest.starts_with('}')) throw Fault(offset, "the style sheet does not close its {", mend);
    rest.remove_prefix(1);
    CssRule rule{.selectors = {}, .declarations = printed(read_declarations(body, offset))};
    while (!selectors.empty()) {
      Selector selector = read_selector(base::trimmed(take_until(selectors, ",")), offset);
      if (may_match(selector)) rule.selectors.push_back(std::move(selector));
      if (selectors.size() == 1) unreadable_selector(selectors, offset);
      if (!selectors.empty()) selectors.remove_prefix(1);
    }
    if (!rule.declarations.empty() && !rule.selectors.empty()) rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace lacit::drawings
