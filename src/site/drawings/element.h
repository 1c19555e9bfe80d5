// A drawing between being judged and being printed: only what is kept, names without prefixes.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace lacit::drawings {

/// In values, parts of the drawing are named exactly so: `url(#id)` in properties, `#id` in `href`.
struct Attribute {
  std::string name;
  std::string value;
};

/// A piece of a selector: what stands before the name (`.`, `#`, a combinator, or NUL for an element's name), and the
/// name.
struct SelectorPart {
  char kind = 0;
  std::string name{};
};
using Selector = std::vector<SelectorPart>;

struct CssRule {
  std::vector<Selector> selectors;
  std::string declarations;
};

struct Element {
  std::string name{};  ///< Empty: text.
  std::string text{};
  std::vector<Attribute> attributes{};
  std::vector<CssRule> rules{};  ///< Of `<style>`.
  std::vector<Element> children{};
  std::size_t offset = 0;  ///< In the file.
};

}  // namespace lacit::drawings
