// The document tree: what a page is, before it is printed as HTML or laid out and painted.
// Nodes live in one array; a node's index is its id, printed as `data-n`, and the key of every table kept about it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/node_lists.h"
#include "document/style.h"

namespace lacit::document {

using NodeId = std::uint16_t;
inline constexpr NodeId no_node = 0xFFFF;
inline constexpr std::size_t most_nodes = no_node;  ///< That a tree has.

/// What a node is; the printer makes one element of it.
enum class Kind : std::uint8_t { LACIT_KINDS(LACIT_ENUMERATOR) };
inline constexpr std::size_t kind_count = 0 LACIT_KINDS(LACIT_COUNT_ONE);

/// A stretch of a text block with one look.
struct Run {
  std::string text;  ///< UTF-8.
  bool strong = false;
  bool emphasis = false;
  bool unseen = false;    ///< For those who hear or search the page: printed and never painted.
  NodeId link = no_node;  ///< The inline link that the run belongs to, a child of the block.
};

/// The bits of the flags by number: only to make Flag from the list.
enum class FlagBit : std::uint8_t { LACIT_FLAGS(LACIT_ENUMERATOR) };

#define LACIT_FLAG(name, ...) name = 1U << static_cast<unsigned>(FlagBit::name),
enum class Flag : std::uint16_t { none = 0, LACIT_FLAGS(LACIT_FLAG) };
#undef LACIT_FLAG
inline constexpr std::size_t flag_count = 0 LACIT_FLAGS(LACIT_COUNT_ONE);

constexpr Flag operator|(Flag a, Flag b) {
  return static_cast<Flag>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

/// Attributes with a value, which the printer escapes.
enum class Attribute : std::uint8_t { LACIT_ATTRIBUTES(LACIT_ENUMERATOR) };
inline constexpr std::size_t attribute_count = 0 LACIT_ATTRIBUTES(LACIT_COUNT_ONE);

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

  /// Adds a node as the last child of `parent` and returns its id. Beyond the last id that there is nothing is added,
  /// the last node is returned, and the tree is not complete(): whoever publishes it asks.
  NodeId add(NodeId parent, Kind kind, Style style);
  [[nodiscard]] bool complete() const { return complete_; }

  Node& operator[](NodeId id) { return nodes_[id]; }
  const Node& operator[](NodeId id) const { return nodes_[id]; }
  [[nodiscard]] NodeId size() const { return static_cast<NodeId>(nodes_.size()); }

  void set(NodeId id, Attribute name, std::string_view value);
  void set(NodeId id, Flag flag);
  void clear(NodeId id, Flag flag);

 private:
  friend class TreeReader;
  std::vector<Node> nodes_;
  bool complete_ = true;
};

/// The block's whole text, as the DOM's textContent would give it.
[[nodiscard]] std::string text_content(const Node& block);

}  // namespace lacit::document
