// The canvas in the page: a WebGL 2 context and ImGui's renderer on it.
#pragma once

#include "base/geometry.h"
#include "paint/draw_context.h"

namespace lacit::web {

/// What the last frame cost.
struct FrameStatistics {
  double frames = 0;
  double milliseconds = 0;  ///< CPU time in C++, without the GPU's.
  double draw_calls = 0;
  double vertices = 0;
  double layout_milliseconds = 0;  ///< Of the last layout, which is no part of a frame.
  double picture_bytes = 0;        ///< Of all pictures on the GPU, with their mipmaps.
};

class Canvas {
 public:
  /// Takes the canvas element that the CSS selector names. False where WebGL 2 is not to be had.
  bool start(const char* selector);

  [[nodiscard]] ImFontAtlas& atlas() { return context_.atlas(); }

  /// After the context was lost and given back: the next frame makes shaders, buffers and glyph textures anew.
  void restore();

  /// Begins an ImGui frame and returns the list to draw into; the canvas shows that part of the window: device pixels.
  ImDrawList& begin(const base::Rect& area);
  /// Ends the frame and gives it to the GPU.
  void end();

  FrameStatistics& statistics() { return statistics_; }

 private:
  /// GL's context and ImGui's, for the calls that follow.
  bool make_current();

  FrameStatistics statistics_;
  paint::DrawContext context_;
  unsigned long webgl_ = 0;  ///< Emscripten's handle.
  base::Size size_;
  double began_ = 0;
};

}  // namespace lacit::web
