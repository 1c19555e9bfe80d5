// Boxes and lines to ImGui draw calls. Keeps nothing that layout knows; a frame reads the scene and draws what shows.
#pragma once

#include <functional>
#include <span>

#include "document/node.h"
#include "document/palette.h"
#include "imgui.h"
#include "layout/layout.h"
#include "paint/baselines.h"
#include "paint/fonts.h"
#include "paint/motion.h"
#include "paint/picture_cache.h"
#include "paint/scene.h"
#include "paint/shadow.h"
#include "paint/surface.h"

namespace lacit::paint {

/// Everything that a frame reads. All references outlive the call.
struct Frame {
  const document::Tree& tree;
  const layout::Layout& layout;
  const layout::State& state;
  const layout::Measurer& measurer;
  const Scene& scene;
  const Motion& motion;
  const document::Palette& palette;
  const std::function<Picture(document::NodeId)>& picture;
  base::Size viewport;  ///< CSS pixels.
  float ratio = 1;      ///< Device pixels per CSS pixel.
  float scroll = 0;     ///< CSS pixels.
};

/// What stays from frame to frame: fonts and the shadow picture.
class Painter {
 public:
  explicit Painter(ImFontAtlas& atlas) : fonts(atlas), shadows(atlas) {}

  Fonts fonts;
  Shadows shadows;
  Baselines baselines;

  void paint(ImDrawList& list, const Frame& frame) const;
  /// Draws only `count` of the visible nodes, from `first` on in painting order: letters are made when they are first
  /// drawn, and this spreads the making. True while there are more nodes.
  [[nodiscard]] bool rehearse(ImDrawList& list, const Frame& frame, std::size_t first, std::size_t count) const;
};

}  // namespace lacit::paint
