#include "drawings/cascade.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/text_rules.h"
#include "drawings/fault.h"
#include "drawings/limits.h"
#include "drawings/reference_values.h"

namespace lacit::drawings {
namespace {

enum Layer : std::size_t { of_attribute, of_rule, of_style };  // SVG 2, 6.6: attributes are weaker than any rule.

bool decides(std::string_view property) {
  return property == "display" || property == "visibility" || property == "opacity" || property == "filter";
}

std::string_view without_spaces_at_the_end(std::string_view text) {
  return text.substr(0, text.find_last_not_of(' ') + 1);  // npos + 1 is 0.
}

/// Takes `!important` off. False where what stands after the `!` is something else: then browsers ignore all of it.
bool take_important(Declaration& declaration) {
  const std::size_t mark = declaration.value.find('!');
  if (mark == std::string::npos) return true;
  std::string_view word = without_spaces_at_the_end(std::string_view(declaration.value).substr(mark + 1));
  word.remove_prefix(std::min(word.find_first_not_of(' '), word.size()));
  const bool is_important = base::lower(word) == "important";
  declaration.value = without_spaces_at_the_end(std::string_view(declaration.value).substr(0, mark));
  declaration.weight[0] = 1;
  return is_important;
}

/// Of `a:b;c:d`, as style.h prints it: no value holds a semicolon.
std::vector<Declaration> read(std::string_view text, Layer layer) {
  std::vector<Declaration> found;
  while (!text.empty()) {
    const std::string_view one = text.substr(0, text.find(';'));
    text.remove_prefix(std::min(one.size() + 1, text.size()));
    const std::size_t colon = std::min(one.find(':'), one.size());
    if (!decides(one.substr(0, colon))) continue;
    const std::string value = base::lower(one.substr(std::min(colon + 1, one.size())));
    Declaration declaration{.property = std::string(one.substr(0, colon)), .value = value, .weight = {0, layer}};
    declaration.weight[5] = found.size();
    if (take_important(declaration)) found.push_back(std::move(declaration));
  }
  return found;
}

void add_attributes(const Element& element, std::vector<Declaration>& found) {
  for (const Attribute& each : element.attributes) {
    if (decides(each.name)) found.push_back({each.name, base::lower(each.value), {0, of_attribute}});
    if (each.name != "style") continue;
    for (Declaration& declaration : read(each.value, of_style)) found.push_back(std::move(declaration));
  }
}

std::string_view said(const Element& element, std::string_view name) {
  const auto found = std::ranges::find_if(element.attributes, [&](const Attribute& each) { return each.name == name; });
  return found == element.attributes.end() ? std::string_view() : std::string_view(found->value);
}

bool has_class(const Element& element, std::string_view name) {
  bool found = false;
  for_each_class(said(element, "class"), [&](std::string_view each) { found = found || each == name; });
  return found;
}

bool is(const Element& element, const SelectorPart& part) {
  if (part.kind == '#') return said(element, "id") == part.name;
  if (part.kind == '.') return has_class(element, part.name);
  return part.name == "*" || part.name == element.name;
}

bool is_combinator(const SelectorPart& part) { return part.kind == ' ' || part.kind == '>'; }

/// Selectors 4, 17: ids, classes, names.
void add_specificity(const Selector& selector, Weight& weight) {
  for (const SelectorPart& part : selector) {
    if (part.kind == '#') ++weight[2];
    if (part.kind == '.') ++weight[3];
    if (part.kind == 0 && part.name != "*") ++weight[4];
  }
}

[[noreturn]] void too_many_rules(const Element& element) {
  throw Fault(element.offset, "its style sheet has too many rules for so many elements",
              "export it with styles as presentation attributes");
}

std::string key(char kind, std::string_view name) { return std::string(1, kind).append(name); }

}  // namespace

Cascade::Cascade(const Element& root) {
  collect(root);
  if (elements_ * selectors_ > most_tried) too_many_rules(root);
}

void Cascade::collect(const Element& element) {
  ++elements_;
  for (const CssRule& rule : element.rules) collect(rule);
  for (const Element& child : element.children) collect(child);
}

void Cascade::collect(const CssRule& rule) {
  selectors_ += rule.selectors.size();
  Styles styles{.declarations = read(rule.declarations, of_rule)};
  for_each_url(rule.declarations, [&](std::string_view id) { styles.references.emplace_back(id); });
  if (styles.declarations.empty() && styles.references.empty()) return;
  for (const Selector& selector : rule.selectors) {
    candidates_.emplace(key(selector.back().kind, selector.back().name), Candidate{&selector, rules_.size()});
  }
  rules_.push_back(std::move(styles));
}

Cascaded Cascade::of(const Place& place, bool repeated) {
  Cascaded found;
  const Element& element = *place.element;
  add_attributes(element, found.declarations);
  if (!candidates_.empty()) {
    add_candidates(place, key(0, "*"), repeated, found);
    add_candidates(place, key(0, element.name), repeated, found);
    add_candidates(place, key('#', said(element, "id")), repeated, found);
    for_each_class(said(element, "class"),
                   [&](std::string_view name) { add_candidates(place, key('.', name), repeated, found); });
  }
  std::ranges::stable_sort(found.declarations, std::ranges::greater(), &Declaration::weight);
  return found;
}

void Cascade::add_candidates(const Place& place, const std::string& key, bool repeated, Cascaded& found) {
  const auto [first, last] = candidates_.equal_range(key);
  for (auto each = first; each != last; ++each) {
    const Candidate& candidate = each->second;
    if (!matches(*candidate.selector, candidate.selector->size(), &place)) continue;
    count(*place.element, 32);  // As long as that takes, beside a comparison.
    add(candidate, repeated, found);
  }
}

void Cascade::add(const Candidate& candidate, bool repeated, Cascaded& found) const {
  const Styles& styles = rules_[candidate.rule];
  found.references.insert(found.references.end(), styles.references.begin(), styles.references.end());
  for (Declaration declaration : styles.declarations) {
    add_specificity(*candidate.selector, declaration.weight);
    declaration.weight[5] += candidate.rule << 32U;
    declaration.certain = !repeated || std::ranges::none_of(*candidate.selector, is_combinator);
    found.declarations.push_back(std::move(declaration));
  }
}

/// The parts before `end`, of which the last ones are for the element itself.
bool Cascade::matches(const Selector& selector, std::size_t end, const Place* at) {
  std::size_t begin = end;
  for (; begin > 0 && !is_combinator(selector[begin - 1]); --begin) {
    count(*at->element, 1 + said(*at->element, "class").size() / 4);
    if (!is(*at->element, selector[begin - 1])) return false;
  }
  if (begin == 0) return true;
  const bool directly = selector[begin - 1].kind == '>';
  for (at = at->parent; at != nullptr; at = at->parent) {
    if (matches(selector, begin - 1, at)) return true;
    if (directly) return false;
  }
  return false;
}

void Cascade::count(const Element& element, std::size_t steps) {
  steps_ += steps;
  if (steps_ > most_compared) too_many_rules(element);
}

}  // namespace lacit::drawings
