#include "markup/printer.h"

#include <algorithm>
#include <array>

#include "base/characters.h"
#include "base/utf8.h"
#include "document/icons.h"
#include "document/row_ratio.h"
#include "markup/escape.h"

namespace lacit::markup {

using document::Attribute;
using document::Flag;
using document::Kind;
using document::no_node;
using document::Node;
using document::NodeId;
using document::Run;
using document::Tree;

namespace {

std::string_view field_element(const Node& node) {
  const std::string_view type = node.attribute(Attribute::type);
  return type == "textarea" || type == "select" ? type : "input";
}

std::string_view element(const Node& node) {
  static constexpr std::array<std::string_view, 7> headings{"h1", "h1", "h2", "h3", "h4", "h5", "h6"};
  static constexpr std::array names{LACIT_KINDS(LACIT_HTML_NAME)};
  if (node.kind == Kind::heading) return headings[std::min<std::size_t>(node.level, 6)];
  if (node.kind == Kind::list && node.has(Flag::ordered)) return "ol";
  if (node.kind == Kind::cell && node.has(Flag::header_cell)) return "th";
  if (node.kind == Kind::field) return field_element(node);
  return names[static_cast<std::size_t>(node.kind)];
}

std::string_view attribute_name(Attribute name) {
  static constexpr std::array names{LACIT_ATTRIBUTES(LACIT_HTML_NAME)};
  return names[static_cast<std::size_t>(name)];
}

/// HTML 3.2.6.4: then the first letter decides where a text begins.
bool may_run_leftwards(const Node& node) {
  char32_t c = 0;
  return std::ranges::any_of(node.runs, [&c](const Run& run) {
    for (std::size_t at = 0, used = 0; (used = base::decode(run.text, at, c)) != 0; at += used) {
      if (base::is_right_to_left(c)) return true;
    }
    return false;
  });
}

bool is_media(std::string_view address) {
  return !address.empty() && address.front() != '/' && address.front() != '#' &&
         address.find(':') == std::string_view::npos;
}

class Printer {
 public:
  Printer(const Tree& tree, const Resolver& resolve) : tree_(tree), resolve_(resolve) {}

  std::string take() { return std::move(out_); }

  void node(NodeId id) {
    const Node& node = tree_[id];
    if (node.kind == Kind::icon) return icon(id);
    if (node.kind == Kind::image) return image(id);
    open(id);
    if (is_void(node)) return;
    children(id);
    ((out_ += "</") += element(node)) += '>';
  }

  void children(NodeId id) {
    runs(tree_[id]);
    if (!tree_[id].runs.empty()) return;  // Its child nodes are inline links, printed with the runs.
    for (NodeId child = tree_[id].first_child; child != no_node; child = tree_[child].next) node(child);
  }

 private:
  static bool is_void(const Node& node) { return node.kind == Kind::field && field_element(node) == "input"; }

  [[nodiscard]] bool in_justified_row(const Node& node) const {
    return node.parent != no_node && document::rule(tree_[node.parent].style).flow == document::Flow::justified;
  }

  void attribute(std::string_view name, std::string_view value) {
    ((((out_ += ' ') += name) += "=\"") += escaped(value)) += '"';
  }

  void open(NodeId id, std::string_view srcset = {}) {
    const Node& node = tree_[id];
    (out_ += '<') += element(node);
    attribute("data-n", std::to_string(id));
    std::string classes(document::style_name(node.style));
    if (node.has(Flag::script_only)) classes += " script-only";
    if (in_justified_row(node)) classes += " ratio-" + std::to_string(document::row_ratio_percent(tree_, id));
    attribute("class", classes);
    for (const auto& [name, value] : node.attributes) print_attribute(node, name, value);
    if (!srcset.empty()) attribute("srcset", srcset);
    if (may_run_leftwards(node)) attribute("dir", "auto");
    flags(node);
    out_ += '>';
  }

  void print_attribute(const Node& node, Attribute name, const std::string& value) {
    // Textareas and selects have no type attribute: it only chose the element.
    if (node.kind == Kind::field && name == Attribute::type && element(node) != "input") return;
    const bool address = name == Attribute::src || name == Attribute::href;
    attribute(attribute_name(name), address && is_media(value) ? resolve_(value).address : value);
  }

  void flag(const Node& node, Flag flag, std::string_view text) {
    if (node.has(flag)) (out_ += ' ') += text;
  }

  void flags(const Node& node) {
    flag(node, Flag::current, "aria-current=\"page\"");
    flag(node, Flag::hidden, "hidden");
    flag(node, Flag::open, "open");
    flag(node, Flag::required, "required");
    flag(node, Flag::live, "role=\"status\"");
    flag(node, Flag::external, "rel=\"noopener\"");
    flag(node, Flag::decorative, "aria-hidden=\"true\"");
    flag(node, Flag::checked, node.kind == Kind::option ? "selected" : "checked");
    flag(node, Flag::multiple, "multiple");
    if (node.kind == Kind::image) out_ += node.has(Flag::eager) ? " fetchpriority=\"high\"" : " loading=\"lazy\"";
    if (node.kind == Kind::image) out_ += " decoding=\"async\"";
    if (node.kind == Kind::main) out_ += " tabindex=\"-1\"";
    if (node.kind == Kind::progress) out_ += " max=\"100\" value=\"0\"";
  }

  // HTML 4.8.1: the first source whose type the browser knows; the img is the element, with alt text and geometry.
  void image(NodeId id) {
    const std::string source(tree_[id].attribute(Attribute::src));
    const Media media = is_media(source) ? resolve_(source) : Media{};
    if (!media.formats.empty()) out_ += "<picture>";
    for (const Media::Format& format : media.formats) {
      out_ += "<source";
      attribute("type", format.type);
      attribute("srcset", format.srcset);
      attribute("sizes", tree_[id].attribute(Attribute::sizes));
      out_ += '>';
    }
    open(id, media.srcset);
    if (!media.formats.empty()) out_ += "</picture>";
  }

  void icon(NodeId id) {
    const Node& node = tree_[id];
    out_ += "<svg";
    attribute("data-n", std::to_string(id));
    attribute("class", "icon " + std::string(document::style_name(node.style)));
    // SVG-AAM 1.0: decorative, since the text beside it says the same.
    out_ += R"( viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=")";
    (out_ += document::icon_path(node.attribute(Attribute::icon))) += "\"/></svg>";
  }

  void run(const Run& run) {
    if (run.unseen) out_ += "<span class=\"unseen\">";
    if (run.strong) out_ += "<strong>";
    if (run.emphasis) out_ += "<em>";
    out_ += escaped(run.text);
    if (run.emphasis) out_ += "</em>";
    if (run.strong) out_ += "</strong>";
    if (run.unseen) out_ += "</span>";
  }

  void runs(const Node& block) {
    NodeId link = no_node;
    for (const Run& next : block.runs) {
      if (next.link != link && link != no_node) out_ += "</a>";
      if (next.link != link && next.link != no_node) open(next.link);
      link = next.link;
      run(next);
    }
    if (link != no_node) out_ += "</a>";
  }

  const Tree& tree_;
  const Resolver& resolve_;
  std::string out_;
};

}  // namespace

std::string print(const Tree& tree, NodeId id, const Resolver& resolve) {
  Printer printer(tree, resolve);
  printer.node(id);
  return printer.take();
}

}  // namespace lacit::markup
