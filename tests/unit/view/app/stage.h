// A session with everything around it that a browser gives: ImGui's drawing, fonts, a window and frames.
#pragma once

#include <utility>

#include "app/session.h"
#include "paint/draw_context.h"

namespace lacit::tests {

class Stage {
 public:
  explicit Stage(const document::Tree& tree, layout::Viewport viewport = layout::Viewport::of(1280, 800));

  app::Session& session() { return session_; }
  /// Paints a frame and returns how many vertices it took.
  int frame(float scroll = 0);
  /// Paints a part of it, to be thrown away; returns how many vertices it took, and whether there is more.
  std::pair<int, bool> rehearse(std::size_t first, std::size_t count);
  /// Paints until nothing moves any more; fails where that never comes.
  void settle(float scroll = 0);
  [[nodiscard]] bool needs_frame(float scroll = 0) const { return session_.needs_frame(scroll); }

 private:
  ImDrawList& begin();

  paint::DrawContext context_;
  app::Session session_{context_.atlas()};
  base::Size size_;
  double now_ = 0;
  bool moving_ = false;
};

}  // namespace lacit::tests
