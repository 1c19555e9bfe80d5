// Soft shadows of rounded boxes from one small blurred picture in the font atlas, drawn as a nine-patch:
// no extra texture, no extra draw call, eighteen triangles.
#pragma once

#include "base/geometry.h"
#include "imgui.h"
#include "paint/surface.h"

namespace lacit::paint {

class Shadows {
 public:
  /// Puts the picture into the atlas.
  explicit Shadows(ImFontAtlas& atlas);

  /// A shadow of a box with corners of about 18 CSS pixels, blurred by 24, moved down by `down`.
  void draw(Surface& surface, const base::Rect& box, float down, ImU32 color) const;

 private:
  ImFontAtlas* atlas_;
  ImFontAtlasRectId picture_;
};

}  // namespace lacit::paint
