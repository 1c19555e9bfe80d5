#include "describe/builder.h"

#include <string>

namespace lacit::describe {

NodeId add_text(Tree& tree, NodeId parent, Kind kind, Style style, std::string_view text) {
  const NodeId id = tree.add(parent, kind, style);
  tree[id].runs.push_back({.text = std::string(text)});
  return id;
}

NodeId add_rich(Tree& tree, NodeId parent, Kind kind, Style style, const content::RichText& text, Style link_style) {
  const NodeId id = tree.add(parent, kind, style);
  NodeId link = no_node;
  std::string_view open;
  for (const content::Span& span : text) {
    if (span.href.empty()) {
      link = no_node;
    } else if (link == no_node || span.href != open) {  // Bold inside of a link is still that link.
      link = tree.add(id, Kind::link, link_style);
      set_target(tree, link, span.href);
    }
    open = span.href;
    tree[id].runs.push_back({.text = span.text, .strong = span.strong, .emphasis = span.emphasis, .link = link});
  }
  return id;
}

NodeId add_heading(Tree& tree, NodeId parent, Style style, int level, std::string_view text) {
  const NodeId id = add_text(tree, parent, Kind::heading, style, text);
  tree[id].level = static_cast<std::uint8_t>(level);
  return id;
}

void set_target(Tree& tree, NodeId id, std::string_view href) {
  tree.set(id, Attribute::href, href);
  if (href.starts_with("https://")) tree.set(id, Flag::external);
}

NodeId add_link(Tree& tree, NodeId parent, Style style, const content::Link& link) {
  const NodeId id = add_text(tree, parent, Kind::link, style, link.label);
  if (!link.about.empty()) tree[id].runs.push_back({.text = " " + link.about, .unseen = true});
  set_target(tree, id, link.href);
  return id;
}

NodeId add_button(Tree& tree, NodeId parent, Style style, std::string_view label, std::string_view behaviour) {
  const NodeId id = add_text(tree, parent, Kind::button, style, label);
  tree.set(id, Attribute::type, "button");
  tree.set(id, Attribute::data_behaviour, behaviour);
  tree.set(id, Flag::script_only);
  return id;
}

NodeId add_icon(Tree& tree, NodeId parent, Style style, std::string_view name) {
  const NodeId id = tree.add(parent, Kind::icon, style);
  tree.set(id, Attribute::icon, name);
  return id;
}

NodeId add_picture(Tree& tree, NodeId parent, Style style, const content::Picture& picture) {
  const NodeId id = tree.add(parent, Kind::image, style);
  tree.set(id, Attribute::src, picture.file);
  tree.set(id, Attribute::alt, picture.alt);
  tree.set(id, Attribute::width, std::to_string(picture.width));
  tree.set(id, Attribute::height, std::to_string(picture.height));
  if (!picture.placeholder.empty()) tree.set(id, Attribute::placeholder, picture.placeholder);
  return id;
}

void add_actions(Tree& tree, NodeId parent, const std::vector<content::Link>& actions, Style row, Style first,
                 Style others) {
  if (actions.empty()) return;
  const NodeId group = tree.add(parent, Kind::group, row);
  for (const content::Link& action : actions) {
    add_link(tree, group, &action == &actions.front() ? first : others, action);
  }
}

void add_sources(Tree& tree, NodeId parent, std::string_view word, const std::vector<content::Source>& sources) {
  if (sources.empty()) return;
  const NodeId row = tree.add(parent, Kind::group, Style::sources);
  add_text(tree, row, Kind::paragraph, Style::sources_label, std::string(word) + ":");
  for (const content::Source& source : sources) {
    add_link(tree, row, Style::source_link, {source.label, source.href});
  }
}

}  // namespace lacit::describe
