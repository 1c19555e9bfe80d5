#include "drawings/print.h"

#include <string_view>

#include "content/media_svg.h"

namespace lacit::drawings {
namespace {

void escape(std::string& out, std::string_view text, bool in_attribute) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += in_attribute ? ">" : "&gt;"; break;
      case '"': out += in_attribute ? "&quot;" : "\""; break;
      // As letters they would be read as spaces, or as other line ends (XML 1.0, 2.11 and 3.3.3).
      case '\r': out += "&#13;"; break;
      case '\n': out += in_attribute ? "&#10;" : "\n"; break;
      case '\t': out += in_attribute ? "&#9;" : "\t"; break;
      default: out += c;
    }
  }
}

std::string sheet(const Element& style) {
  std::string text;
  for (const CssRule& rule : style.rules) {
    std::string selectors;
    for (const Selector& selector : rule.selectors) {
      if (!selectors.empty()) selectors += ',';
      for (const SelectorPart& part : selector) {
        if (part.kind != 0) selectors += part.kind;
        selectors += part.name;
      }
    }
    text += selectors + '{' + rule.declarations + '}';
  }
  return text;
}

void print(std::string& out, const Element& element) {
  if (element.name.empty()) return escape(out, element.text, false);
  out += '<' + element.name;
  for (const Attribute& each : element.attributes) {
    out += ' ' + each.name + "=\"";
    escape(out, each.value, true);
    out += '"';
  }
  if (element.children.empty() && element.rules.empty()) {
    out += "/>";
    return;
  }
  out += '>';
  escape(out, sheet(element), false);
  for (const Element& child : element.children) print(out, child);
  out += "</" + element.name + '>';
}

}  // namespace

std::string print(const Element& root) {
  Element named = root;
  named.attributes.insert(named.attributes.begin(), {"xmlns", std::string(content::svg_namespace)});
  std::string out;
  print(out, named);
  return out += '\n';
}

}  // namespace lacit::drawings
