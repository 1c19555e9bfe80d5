#include "drawings/references.h"

#include <map>
#include <set>
#include <string>

#include "drawings/attribute_value.h"
#include "drawings/reference_values.h"

namespace lacit::drawings {
namespace {

/// `a` to `z`, then `aa`, …
std::string letters(std::size_t number) {
  std::string name;
  for (++number; number > 0; number = (number - 1) / 26)
    name.insert(name.begin(), static_cast<char>('a' + (number - 1) % 26));
  return name;
}

/// Old names to new ones, in the order in which they are asked for.
class NewNames {
 public:
  void want(std::string_view name) { names_.try_emplace(std::string(name), letters(names_.size())); }
  [[nodiscard]] const std::string* find(std::string_view name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? nullptr : &found->second;
  }

 private:
  std::map<std::string, std::string, std::less<>> names_;
};

class Renaming {
 public:
  explicit Renaming(Element& root) {
    collect(root);
    rename(root);
  }

 private:
  void collect(const Element& element) {
    const auto want_id = [this](std::string_view id) { ids_.want(id); };
    for (const Attribute& attribute : element.attributes) {
      if (attribute.name == "id") there_.insert(attribute.value);
      if (takes_result(attribute)) results_.want(attribute.value);
      for_each_reference(attribute, want_id);
    }
    for (const CssRule& rule : element.rules) {
      for_each_url(rule.declarations, want_id);
      for (const Selector& selector : rule.selectors) {
        for (const SelectorPart& part : selector) {
          if (part.kind == '#') ids_.want(part.name);
          if (part.kind == '.') classes_.want(part.name);
        }
      }
    }
    for (const Element& child : element.children) collect(child);
  }

  void rename(Element& element) {
    for (Attribute& attribute : element.attributes) rename(attribute);
    std::erase_if(element.attributes, [](const Attribute& each) { return each.value.empty(); });
    for (CssRule& rule : element.rules) {
      rule.declarations = with_new_urls(rule.declarations);
      for (Selector& selector : rule.selectors) {
        for (SelectorPart& part : selector) {
          if (part.kind == '#') part.name = *ids_.find(part.name);
          if (part.kind == '.') part.name = *classes_.find(part.name);
        }
      }
    }
    for (Element& child : element.children) rename(child);
  }

  static bool takes_result(const Attribute& attribute) {
    return attribute.name != "result" && names_result(attribute.name) && !is_standard_input(attribute.value);
  }

  void rename(Attribute& attribute) const {
    if (names_result(attribute.name)) {
      const std::string* name = results_.find(attribute.value);
      if (attribute.name == "result" || takes_result(attribute)) attribute.value = name == nullptr ? "" : *name;
      return;
    }
    if (attribute.name == "id") {
      const std::string* name = ids_.find(attribute.value);
      attribute.value = name == nullptr ? "" : *name;
    } else if (attribute.name == "class") {
      attribute.value = new_classes(attribute.value);
    } else if (attribute.name == "href") {
      const bool local = attribute.value.starts_with('#');
      const bool missing = local && !there_.contains(std::string_view(attribute.value).substr(1));
      if (local) attribute.value = missing ? "" : '#' + *ids_.find(std::string_view(attribute.value).substr(1));
    } else {
      attribute.value = with_new_urls(attribute.value);
    }
  }

  [[nodiscard]] std::string with_new_urls(const std::string& value) const {
    std::string renamed;
    std::size_t done = 0;
    for_each_url(value, [&](std::string_view id) {
      const auto at = static_cast<std::size_t>(id.data() - value.data());
      renamed.append(value, done, at - done).append(*ids_.find(id));
      done = at + id.size();
    });
    return renamed.append(value, done, std::string::npos);
  }

  [[nodiscard]] std::string new_classes(std::string_view list) const {
    std::string renamed;
    while (!list.empty()) {
      const std::size_t end = std::min(list.find_first_of(" \t\r\n\f"), list.size());
      if (const std::string* name = classes_.find(list.substr(0, end))) renamed += (renamed.empty() ? "" : " ") + *name;
      list.remove_prefix(std::min(end + 1, list.size()));
    }
    return renamed;
  }

  NewNames ids_;
  NewNames classes_;
  NewNames results_;
  std::set<std::string, std::less<>> there_;
};

}  // namespace

void rename_references(Element& root) { Renaming renaming(root); }

}  // namespace lacit::drawings
