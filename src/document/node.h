// The document tree: what a page is, before it is printed as HTML or laid out and painted.
// Nodes live in one array; a node's index is its id, printed as `data-n`, and the key of every table kept about it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/style.h"

namespace lacit::document {

using NodeId = std::uint16_t;
inline constexpr NodeId no_node = 0xFFFF;

/// What a node is. The html printer maps each kind to one element.
enum class Kind : std::uint8_t {
  page,             ///< body
  header,           ///< header
  navigation,       ///< nav
  main,             ///< main
  footer,           ///< footer
  section,          ///< section
  article,          ///< article
  aside,            ///< aside
  group,            ///< div
  list,             ///< ul, or ol when flag `ordered`
  item,             ///< li
  heading,          ///< h1 to h6
  paragraph,        ///< p
  label,            ///< span: a text block inside a link, button or summary
  link,             ///< a: with runs of its own, with children, or inline (named by a Run of its parent)
  button,           ///< button
  image,            ///< img
  icon,             ///< svg, decorative
  details,          ///< details
  summary,          ///< summary
  table,            ///< table
  table_head,       ///< thead
  table_body,       ///< tbody
  row,              ///< tr
  cell,             ///< td, or th when flag `header_cell`
  figure,           ///< figure
  caption,          ///< figcaption
  form,             ///< form
  field,            ///< input, textarea or select by attribute `type`
  field_label,      ///< label
  option,           ///< option
  time,             ///< time
  definition_list,  ///< dl
  term,             ///< dt
  definition,       ///< dd
  dialog,           ///< dialog
  progress,         ///< progress, from 0 to 100
};

/// A stretch of a text block with one look.
struct Run {
  std::string text;  ///< UTF-8.
  bool strong = false;
  bool emphasis = false;
  bool unseen = false;    ///< For those who hear or search the page: printed and never painted.
  NodeId link = no_node;  ///< The inline link that the run belongs to, a child of the block.
};

enum class Flag : std::uint16_t {
  none = 0,
  ordered = 1 << 0,
  header_cell = 1 << 1,
  current = 1 << 2,  ///< aria-current="page"
  hidden = 1 << 3,   ///< hidden until script shows it
  open = 1 << 4,     ///< details open
  required = 1 << 5,
  live = 1 << 6,          ///< role="status": changes are announced politely
  eager = 1 << 7,         ///< an image above the fold: not lazy
  external = 1 << 8,      ///< rel="noopener"
  decorative = 1 << 9,    ///< aria-hidden="true"
  script_only = 1 << 10,  ///< useless without script: hidden until boot.js runs
  checked = 1 << 11,
  multiple = 1 << 12,
};
constexpr Flag operator|(Flag a, Flag b) {
  return static_cast<Flag>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

/// Attributes with a value. The printer escapes values and knows the HTML names.
enum class Attribute : std::uint8_t {
  id,
  href,
  src,
  alt,
  width,
  height,
  icon,
  aria_label,
  aria_labelledby,
  aria_describedby,
  aria_controls,
  datetime,
  type,
  name,
  value,
  autocomplete,
  maxlength,
  accept,
  action,
  method,
  enctype,
  for_,
  role,
  scope,
  inputmode,
  enterkeyhint,
  lang,
  rel,
  download,
  data_behaviour,  ///< names the web/ module that brings the node to life, e.g. `filter`, `quick-exit`
  data_value,      ///< that module's argument
  data_keywords,   ///< further words that the filter finds a row by
  rows,
  title,
  pattern,
  aria_invalid,
  tabindex,
  sizes,        ///< Of an image in one of several widths, as HTML has it; nothing where a picture has one size.
  placeholder,  ///< Of an image: see content::Picture.
};
inline constexpr std::size_t attribute_count = static_cast<std::size_t>(Attribute::placeholder) + 1;

struct Node {
  Kind kind = Kind::group;
  Style style = Style::plain;
  std::uint8_t level = 0;  ///< 1 to 6 for headings.
  Flag flags = Flag::none;
  NodeId parent = no_node;
  NodeId first_child = no_node;
  NodeId last_child = no_node;
  NodeId next = no_node;  ///< Next sibling.
  std::vector<Run> runs;  ///< Inline content; only where the style's flow is text.
  std::vector<std::pair<Attribute, std::string>> attributes;

  [[nodiscard]] bool has(Flag flag) const { return (static_cast<unsigned>(flags) & static_cast<unsigned>(flag)) != 0; }
  /// The attribute's value, or an empty view.
  [[nodiscard]] std::string_view attribute(Attribute name) const;
};

/// One page. Node 0 is the body. Ids are given in the order of adding, which need not be the order of reading:
/// the frame around the page comes first, so that it keeps its ids from page to page.
class Tree {
 public:
  Tree();  ///< With the body as node 0.

  /// Adds a node as the last child of `parent` and returns its id.
  NodeId add(NodeId parent, Kind kind, Style style);

  Node& operator[](NodeId id) { return nodes_[id]; }
  const Node& operator[](NodeId id) const { return nodes_[id]; }
  [[nodiscard]] NodeId size() const { return static_cast<NodeId>(nodes_.size()); }

  void set(NodeId id, Attribute name, std::string_view value);
  void set(NodeId id, Flag flag);
  void clear(NodeId id, Flag flag);

 private:
  friend class TreeReader;
  std::vector<Node> nodes_;
};

/// The block's whole text, as the DOM's textContent would give it.
[[nodiscard]] std::string text_content(const Node& block);

}  // namespace lacit::document
