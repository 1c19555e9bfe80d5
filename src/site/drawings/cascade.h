// What a drawing's rules and attributes say of an element, as CSS Cascade 4 (6) orders it: as much of CSS as decides
// whether anything is shown, over the selectors that style.h reads.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "drawings/element.h"

namespace lacit::drawings {

/// An element and what it stands in: selectors ask for that.
struct Place {
  Element* element = nullptr;
  const Place* parent = nullptr;
  std::vector<Place> children{};
  unsigned visited = 0;  ///< By whom, see unseen.cpp.
  unsigned showed = 0;
  bool seen = false;
};

/// The parts of `!important`, of where it stands (attribute, rule, style attribute), of specificity and order, the
/// heaviest first.
using Weight = std::array<std::size_t, 6>;

struct Declaration {
  std::string property;
  std::string value;
  Weight weight{};
  /// False of a rule that may match an element where it stands and not where `<use>` repeats it (SVG 2, 5.5.3).
  bool certain = true;
};

/// What was declared for an element: what decides whether it is shown, the strongest first, and the parts of the
/// drawing that its rules name.
struct Cascaded {
  std::vector<Declaration> declarations{};
  std::vector<std::string> references{};
};

class Cascade {
 public:
  /// Throws Fault where rules and elements are so many that whoever draws them takes long.
  explicit Cascade(const Element& root);

  /// `repeated`: also for the places where something repeats it. Throws Fault where rules and elements are so many that
  /// each for each takes long.
  [[nodiscard]] Cascaded of(const Place& place, bool repeated);

 private:
  struct Styles {
    std::vector<Declaration> declarations{};
    std::vector<std::string> references{};
  };
  struct Candidate {
    const Selector* selector = nullptr;
    std::size_t rule = 0;
  };

  void collect(const Element& element);
  void collect(const CssRule& rule);
  void add_candidates(const Place& place, const std::string& key, bool repeated, Cascaded& found);
  void add(const Candidate& candidate, bool repeated, Cascaded& found) const;
  [[nodiscard]] bool matches(const Selector& selector, std::size_t end, const Place* at);
  void count(const Element& element, std::size_t steps);

  std::vector<Styles> rules_;
  std::multimap<std::string, Candidate, std::less<>> candidates_;  ///< By the selectors' last parts.
  std::size_t elements_ = 0;
  std::size_t selectors_ = 0;
  std::size_t steps_ = 0;
};

/// The words of a `class`.
template <typename Visit>
void for_each_class(std::string_view list, Visit visit) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(" \t\r\n\f"), list.size());
    if (end > 0) visit(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

}  // namespace lacit::drawings
