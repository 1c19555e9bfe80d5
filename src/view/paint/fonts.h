// The site's font in ImGui's atlas, and text drawn from it glyph by glyph where layout put it.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "imgui.h"
#include "layout/measurer.h"
#include "paint/surface.h"

namespace lacit::paint {

class Fonts {
 public:
  explicit Fonts(ImFontAtlas& atlas) : atlas_(&atlas) {}

  /// Adds a TTF. The first of a weight makes the font, further ones fill in the characters it lacks.
  /// `file` must stay alive for as long as something is drawn from the atlas.
  void add(bool bold, std::string_view file);
  [[nodiscard]] bool complete() const { return fonts_[0] != nullptr && fonts_[1] != nullptr; }
  [[nodiscard]] ImFont* font(bool bold) const { return fonts_[bold ? 1 : 0]; }

 private:
  ImFontAtlas* atlas_;
  std::array<ImFont*, 2> fonts_{};
};

struct TextLook {
  float size = 0;      ///< CSS font size, CSS pixels.
  float baseline = 0;  ///< CSS pixels below the top of the line box.
  ImU32 color = 0;
  bool bold = false;
  bool oblique = false;
  bool underline = false;
};

/// Draws one fragment of a line whose line box starts at (x, top), CSS pixels. Advances are the measurer's, so that ink
/// and overlay agree over the whole line.
void draw_text(Surface& surface, const Fonts& fonts, const layout::Measurer& measurer, std::string_view text, float x,
               float top, const TextLook& look);

}  // namespace lacit::paint
