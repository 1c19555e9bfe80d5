#include "drawings/judge.h"

#include <array>

#include "base/ascii.h"
#include "content/media_svg.h"
#include "content/text_rules.h"
#include "drawings/attribute_value.h"
#include "drawings/fault.h"
#include "drawings/links.h"
#include "drawings/names.h"
#include "drawings/style.h"

namespace lacit::drawings {
namespace {

using content::quoted;
using content::svg_namespace;

/// Documents and programs of their own; other namespaces are drawing programs' notes to themselves.
constexpr std::array active_namespaces{"http://www.w3.org/1999/xhtml", "http://www.w3.org/2001/xml-events",
                                       "http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2002/xforms"};

bool is_active(std::string_view uri) {
  for (const std::string_view active : active_namespaces) {
    if (uri == active) return true;
  }
  return false;
}

class Judge {
 public:
  Judge(const Entities& entities, const Redraw& redraw, std::size_t begin)
      : namespaces_(entities), redraw_(redraw), begin_(begin) {}

  Element root(const pugi::xml_node& node) {
    declare(node);
    const Name name = split(node.name());
    if (namespace_of(name.prefix, node) != svg_namespace || name.local != "svg") {
      throw Fault(offset_of(node), content::not_in_namespace());
    }
    return element(node, "svg");
  }

 private:
  [[nodiscard]] std::size_t offset_of(const pugi::xml_node& node) const {
    const std::ptrdiff_t offset = node.offset_debug();  // Of the name; the `<` is before it.
    return begin_ + (offset > 0 ? static_cast<std::size_t>(offset) - 1 : 0);
  }

  [[noreturn]] void fail(const pugi::xml_node& node, std::string what, std::string mend) const {
    throw Fault(offset_of(node), std::move(what), std::move(mend));
  }

  /// `before`: what it is about, in words before the error's own.
  [[noreturn]] void fail(const pugi::xml_node& node, const std::string& before, const base::Error& error) const {
    fail(node, before + error.what, error.mend);
  }

  void declare(const pugi::xml_node& node) {
    for (const pugi::xml_attribute& each : node.attributes()) {
      if (is_declaration(each.name())) namespaces_.declare(each.name(), each.value());
    }
  }

  std::string_view namespace_of(std::string_view prefix, const pugi::xml_node& node) const {
    const auto uri = namespaces_.find(prefix);
    if (!uri)
      fail(node, "the prefix " + quoted(prefix) + " is not declared, so that browsers show no picture",
           "export the file anew");
    return *uri;
  }

  /// Nothing where it is dropped. What it declares is forgotten again.
  std::optional<Element> child(const pugi::xml_node& node) {
    const std::size_t depth = namespaces_.depth();
    declare(node);
    std::optional<Element> found = judged(node);
    namespaces_.leave(depth);
    return found;
  }

  std::optional<Element> judged(const pugi::xml_node& node) {
    const Name name = split(node.name());
    const std::string_view uri = namespace_of(name.prefix, node);
    const std::string tag = "<" + std::string(node.name()) + ">";
    if (is_active(uri))
      fail(node, tag + " belongs to another kind of document", "convert it to paths or text of the drawing");
    if (uri != svg_namespace) return {};
    // What needs more than SVG is shown by no browser: Illustrator's own data. Nor is what names nothing (SVG
    // 2, 5.8.4).
    if (node.attribute("requiredExtensions") && !is_never_rendered(name.local)) return {};
    switch (element_treatment(name.local)) {
      case Treatment::drop: return {};
      case Treatment::refuse: fail(node, tag + " ", refusal(name.local));
      case Treatment::keep: break;
    }
    Element found = element(node, name.local);
    const bool empty_image = found.name == "image" && !has(found, "href");
    const bool empty_style = found.name == "style" && found.rules.empty();
    if (empty_image || empty_style) return {};
    return found;
  }

  static bool has(const Element& element, std::string_view name) {
    for (const Attribute& each : element.attributes) {
      if (each.name == name) return true;
    }
    return false;
  }

  Element element(const pugi::xml_node& node, std::string_view name) {
    Element found{.name = std::string(name), .offset = offset_of(node)};
    for (const pugi::xml_attribute& each : node.attributes()) attribute(node, each, found);
    if (name == "style") {
      sheet(node, found);
      return found;
    }
    for (const pugi::xml_node& each : node.children()) {
      if (each.type() == pugi::node_element) {
        if (auto kept = child(each)) found.children.push_back(std::move(*kept));
      } else if (holds_text(name) && (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata)) {
        found.children.push_back({.text = each.value()});
      }
    }
    return found;
  }

  void attribute(const pugi::xml_node& node, const pugi::xml_attribute& given, Element& element) {
    const std::string_view qualified = given.name();
    if (is_declaration(qualified)) return;
    const Name name = split(qualified);
    if (name.prefix.empty()) return plain(node, name.local, given.value(), element);
    const std::string_view uri = namespace_of(name.prefix, node);
    if (is_active(uri))
      fail(node, quoted(qualified) + " makes the drawing a program", "delete it, a picture needs none");
    if (uri == xlink_namespace && name.local == "href") return href(node, given.value(), element, true);
    if (uri != xml_namespace) return;
    if (name.local == "base") fail(node, "xml:base lets the drawing's links lead elsewhere", "delete it");
    const std::string_view value = given.value();
    if (name.local == "space" && value == "preserve") element.attributes.push_back({"xml:space", "preserve"});
  }

  void plain(const pugi::xml_node& node, std::string_view name, std::string_view value, Element& element) {
    // HTML 8.1.8: event handlers; whatever comes of the kind later is called so too.
    if (base::lower(name.substr(0, 2)) == "on") {
      fail(node, "the event handler " + quoted(name) + " makes the drawing a program",
           "delete it, a picture needs none");
    }
    if (name == "href") return href(node, value, element, false);
    if (name == "type" && element.name == "style") return;  // Judged with the sheet.
    if (name == "style") {
      element.attributes.push_back({"style", printed(read_declarations(value, offset_of(node)))});
    } else if (name == "id" || name == "class") {
      element.attributes.push_back({std::string(name), std::string(value)});
    } else if (is_property(name)) {
      element.attributes.push_back({std::string(name), clean_value(name, value, offset_of(node))});
    } else if (is_attribute(name)) {
      element.attributes.push_back({std::string(name), clean_attribute(name, value, offset_of(node))});
    }
    // No language is one that nobody speaks (SVG 2, 5.8.5); any other attribute says nothing then.
    if (name == "systemLanguage" || element.attributes.empty()) return;
    if (element.attributes.back().value.empty()) element.attributes.pop_back();
  }

  /// SVG 2, 16.1.5: `href` counts more than `xlink:href`. Both are judged.
  void href(const pugi::xml_node& node, std::string_view value, Element& element, bool deprecated) {
    const Link link = read_link(value);
    std::string kept;
    if (link.kind == LinkKind::part) {
      if (may_refer(element.name)) kept = link.target;
    } else if (link.kind == LinkKind::bitmap && element.name == "image") {
      auto bitmap = redraw_(link.target);
      if (!bitmap) fail(node, "of a picture in the drawing: ", bitmap.error());
      kept = std::move(bitmap.value());
    } else if (link.kind != LinkKind::none) {
      fail(node, "<" + std::string(node.name()) + "> ", refusal_of(link, value));
    }
    if (kept.empty() || (deprecated && has(element, "href"))) return;
    std::erase_if(element.attributes, [](const Attribute& each) { return each.name == "href"; });
    element.attributes.push_back({"href", std::move(kept)});
  }

  void sheet(const pugi::xml_node& node, Element& style) {
    const std::string type = base::lower(node.attribute("type").value());
    const std::string media = base::lower(node.attribute("media").value());
    style.attributes.clear();
    std::string text;
    for (const pugi::xml_node& each : node.children()) {
      if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata) text += each.value();
      if (each.type() == pugi::node_element) fail(each, "there is an element within a style sheet", "delete it");
    }
    if (!type.empty() && type != "text/css") return;
    if (!media.empty() && media != "all" && media != "screen") return;
    style.rules = read_sheet(text, offset_of(node));
  }

  Namespaces namespaces_;
  const Redraw& redraw_;
  std::size_t begin_;
};

}  // namespace

Element judge(const pugi::xml_node& root, const Entities& entities, const Redraw& redraw, std::size_t begin) {
  return Judge(entities, redraw, begin).root(root);
}

}  // namespace lacit::drawings
