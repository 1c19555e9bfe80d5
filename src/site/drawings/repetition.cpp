// How much is drawn in all. Ten parts that each show the next one ten times are ten billion: what entities were once
// used for («billion laughs») works with `<use>`, patterns, masks and markers too.
#include <algorithm>
#include <map>
#include <string>

#include "drawings/fault.h"
#include "drawings/limits.h"
#include "drawings/outline.h"
#include "drawings/reference_values.h"
#include "drawings/references.h"
#include "drawings/work.h"

namespace lacit::drawings {
namespace {

constexpr std::size_t longest_chain = 32;

struct Reference {
  std::string id;
  bool marks = false;  ///< At each vertex.
};

bool names_markers(std::string_view declarations) { return declarations.find("marker") != std::string_view::npos; }

Work times(Work work, double count) {
  for (double* each : {&work.parts, &work.points, &work.length, &work.dashes, &work.pixels, &work.reach})
    *each *= count;
  return work;
}

class Repetition {
 public:
  Repetition(const Element& root, const View& view) : view_(view) {
    index(root);
    cost(root, 0);
  }

 private:
  void index(const Element& element) {
    for (const Attribute& attribute : element.attributes) {
      if (attribute.name == "id") parts_.try_emplace(attribute.value, Part{.element = &element});
    }
    for (const CssRule& rule : element.rules) index(rule);
    for (const Element& child : element.children) index(child);
  }

  /// By what the rule's last selector parts ask for: a class, an id or a name.
  void index(const CssRule& rule) {
    const Element styled{.name = "g", .attributes = {{"style", rule.declarations}}};
    const double dash = dash_length(said(styled, "stroke-dasharray"));
    for (const Selector& selector : rule.selectors) {
      if (dash > 0) dashed_.emplace(key(selector.back().kind, selector.back().name), dash);
    }
    const bool marks = names_markers(rule.declarations);
    for_each_url(rule.declarations, [&](std::string_view id) {
      for (const Selector& selector : rule.selectors)
        styled_.emplace(key(selector.back().kind, selector.back().name), Reference{std::string(id), marks});
    });
  }

  static std::string key(char kind, std::string_view name) { return std::string(1, kind).append(name); }

  /// Of this element and all that is drawn for it. `chain`: references that led here.
  Work cost(const Element& element, std::size_t chain) {
    Work sum = own_work(element, view_);
    const double vertices = std::max(1.0, sum.points);
    const auto add = [&](const Work& more, const Element& where) {
      sum += more;
      check(sum, where);
    };
    double dash = 0;
    // SVG 2, 13.7: a marker is drawn at each vertex.
    const auto add_part = [&](std::string_view id, bool marks) {
      add(times(cost_of(id, element.offset, chain), marks ? vertices : 1), element);
    };
    const auto add_named = [&](char kind, std::string_view names) {
      for_each_styled(styled_, kind, names, [&](const Reference& each) { add_part(each.id, each.marks); });
      for_each_styled(dashed_, kind, names, [&](double each) { dash = dash > 0 ? std::min(dash, each) : each; });
    };
    for (const Attribute& attribute : element.attributes) {
      const bool marks = attribute.name.starts_with("marker") || names_markers(attribute.value);
      for_each_reference(attribute, [&](std::string_view id) { add_part(id, marks); });
      if (attribute.name == "id") add_named('#', attribute.value);
      if (attribute.name == "class") add_named('.', attribute.value);
    }
    add_named(0, element.name);
    add_named(0, "*");
    for (const Element& child : element.children) add(cost(child, chain), child);
    apply(element, view_, dash, sum);
    check(sum, element);
    return sum;
  }

  template <typename Styled, typename Visit>
  static void for_each_styled(const Styled& styled, char kind, std::string_view names, Visit visit) {
    while (!styled.empty() && !names.empty()) {
      const std::size_t end = std::min(names.find(' '), names.size());
      const auto [first, last] = styled.equal_range(key(kind, names.substr(0, end)));
      for (auto each = first; each != last; ++each) visit(each->second);
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }

  Work cost_of(std::string_view id, std::size_t offset, std::size_t chain) {
    const auto found = parts_.find(id);
    if (found == parts_.end()) return {.parts = 1};
    Part& part = found->second;
    if (part.cost.parts > 0) return part.cost;
    if (part.open) throw Fault(offset, "a part is made of itself", "take it out of itself");
    if (chain >= longest_chain)
      throw Fault(offset, "too many parts refer to one another in a row", "simplify the drawing");
    part.open = true;
    const Work sum = cost(*part.element, chain + 1);
    part.open = false;
    return part.cost = sum;
  }

  struct Part {
    const Element* element = nullptr;
    Work cost{};
    bool open = false;
  };
  View view_;
  std::map<std::string, Part, std::less<>> parts_;
  std::multimap<std::string, Reference> styled_;  ///< Class, id or element to the part that rules name for it.
  std::multimap<std::string, double> dashed_;     ///< Likewise, to the dashes that rules give it.
};

}  // namespace

void check_repetition(const Element& root, const View& view) { Repetition repetition(root, view); }

}  // namespace lacit::drawings
