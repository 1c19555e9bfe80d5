// ImGui's drawing half alone: font atlas, one draw list, and the frames that a renderer takes. Windows, widgets and
// input stay out: the page's own elements are those, and without them the WebAssembly program is half as large.
#pragma once

#include <memory>

#include "base/geometry.h"
#include "imgui.h"

struct ImDrawListSharedData;

namespace lacit::paint {

class DrawContext {
 public:
  DrawContext();
  ~DrawContext();
  DrawContext(const DrawContext&) = delete;
  DrawContext& operator=(const DrawContext&) = delete;

  /// Of all that is drawn here. Whoever draws is handed it, so that several pages can be drawn by one program.
  [[nodiscard]] ImFontAtlas& atlas() { return atlas_; }

  /// Makes its context the one that ImGui's renderers ask for: theirs is global, nothing of ours is.
  void make_current();

  /// Begins a frame that shows a part of what is drawn, in device pixels, and returns the list to draw into.
  ImDrawList& begin(const base::Rect& area);
  /// What was drawn since, with the textures that it needs. Holds until the next frame begins.
  ImDrawData& end();

 private:
  ImGuiContext* context_;
  ImFontAtlas& atlas_;
  std::unique_ptr<ImDrawListSharedData> shared_;
  std::unique_ptr<ImDrawList> list_;
  ImDrawData data_;
  int frame_ = 0;
};

}  // namespace lacit::paint
