#include "paint/motion.h"

#include <algorithm>
#include <vector>

namespace lacit::paint {

using document::no_node;
using document::NodeId;

namespace {
constexpr float hover_seconds = 0.16F;
}

bool Motion::hover(const document::Tree& tree, NodeId id) {
  std::vector<NodeId> over;
  for (; id != no_node; id = tree[id].parent) {
    const document::Rule& rule = document::rule(tree[id].style);
    const bool changes = rule.lift || rule.hover_color != document::Color::none ||
                         rule.hover_background != document::Color::none || rule.underline == document::Underline::hover;
    if (changes) over.push_back(id);
  }
  bool changed = false;
  for (auto& [node, value] : hovers_) {
    const bool wanted = std::erase(over, node) > 0;
    changed = changed || wanted != value.wanted;
    value.wanted = wanted;
  }
  for (const NodeId node : over) hovers_[node].wanted = true;
  return changed || !over.empty();
}

void Motion::clear() {
  hovers_.clear();
  pressed_ = no_node;
  focused_ = no_node;
}

bool Motion::step(float seconds) {
  const float way = reduced_ ? 1.0F : seconds / hover_seconds;
  bool moving = false;
  for (auto it = hovers_.begin(); it != hovers_.end();) {
    Value& value = it->second;
    value.now = std::clamp(value.now + (value.wanted ? way : -way), 0.0F, 1.0F);
    moving = moving || value.now != (value.wanted ? 1.0F : 0.0F);
    it = !value.wanted && value.now == 0 ? hovers_.erase(it) : std::next(it);
  }
  return moving;
}

float Motion::hovered(NodeId id) const {
  const auto found = hovers_.find(id);
  if (found == hovers_.end()) return 0;
  const float rest = 1 - found->second.now;
  return 1 - rest * rest;  // ease-out
}

}  // namespace lacit::paint
