#include "document/node.h"

namespace lacit::document {

std::string_view Node::attribute(Attribute name) const {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

Tree::Tree() : nodes_(1) { nodes_[0].kind = Kind::page; }

NodeId Tree::add(NodeId parent, Kind kind, Style style) {
  if (nodes_.size() == most_nodes) {
    complete_ = false;
    return static_cast<NodeId>(most_nodes - 1);
  }
  const auto id = static_cast<NodeId>(nodes_.size());
  Node node;
  node.kind = kind;
  node.style = style;
  node.parent = parent;
  nodes_.push_back(std::move(node));
  const NodeId previous = nodes_[parent].last_child;
  (previous == no_node ? nodes_[parent].first_child : nodes_[previous].next) = id;
  nodes_[parent].last_child = id;
  return id;
}

void Tree::set(NodeId id, Attribute name, std::string_view value) {
  for (auto& [key, old] : nodes_[id].attributes) {
    if (key == name) {
      old = value;
      return;
    }
  }
  nodes_[id].attributes.emplace_back(name, value);
}

void Tree::set(NodeId id, Flag flag) { nodes_[id].flags = nodes_[id].flags | flag; }

void Tree::clear(NodeId id, Flag flag) {
  nodes_[id].flags = static_cast<Flag>(static_cast<unsigned>(nodes_[id].flags) & ~static_cast<unsigned>(flag));
}

std::string text_content(const Node& block) {
  std::string text;
  for (const Run& run : block.runs) text += run.text;
  return text;
}

}  // namespace lacit::document
