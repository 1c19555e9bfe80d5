// Hover, press and focus, eased over time. Nothing here asks for frames unless something is still moving.
#pragma once

#include <unordered_map>
#include <utility>

#include "document/node.h"

namespace lacit::paint {

class Motion {
 public:
  /// The deepest hovered node; its ancestors count as hovered too (CSS `:hover`). True where that shows: most of a page
  /// looks the same under the pointer.
  bool hover(const document::Tree& tree, document::NodeId id);
  /// True where it is another node than before; so is focus().
  bool press(document::NodeId id) { return std::exchange(pressed_, id) != id; }
  bool focus(document::NodeId id, bool ring) {
    const document::NodeId before = this->ring();
    focused_ = id;
    ring_ = ring;
    return this->ring() != before;
  }
  void reduce(bool reduced) { reduced_ = reduced; }
  void clear();

  /// Moves everything on by `seconds`; true while something still moves.
  bool step(float seconds);

  /// 0 at rest, 1 fully hovered.
  [[nodiscard]] float hovered(document::NodeId id) const;
  [[nodiscard]] bool pressed(document::NodeId id) const { return id != document::no_node && pressed_ == id; }
  /// The node to draw the focus ring around, or no_node (CSS `:focus-visible`).
  [[nodiscard]] document::NodeId ring() const { return ring_ ? focused_ : document::no_node; }
  [[nodiscard]] bool reduced() const { return reduced_; }

 private:
  struct Value {
    float now = 0;
    bool wanted = false;
  };
  std::unordered_map<document::NodeId, Value> hovers_;
  document::NodeId pressed_ = document::no_node;
  document::NodeId focused_ = document::no_node;
  bool ring_ = false;
  bool reduced_ = false;
};

}  // namespace lacit::paint
