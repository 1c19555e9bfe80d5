// The seam between layout and fonts: how wide a character is. Layout knows nothing else about type.
#pragma once

namespace lacit::layout {

/// Widths and heights in em: multiply by the CSS font size to get CSS pixels.
class Measurer {
 public:
  virtual ~Measurer() = default;

  /// Horizontal advance. Kerning and ligatures are off in both views, so a line is the sum of its advances.
  [[nodiscard]] virtual float advance(char32_t code_point, bool bold) const = 0;
  /// Whether the fonts can draw it as the browser does: one glyph by itself, on its own advance.
  [[nodiscard]] virtual bool draws(char32_t code_point, bool bold) const = 0;
  [[nodiscard]] virtual float ascent() const = 0;   ///< Above the baseline, positive.
  [[nodiscard]] virtual float descent() const = 0;  ///< Below the baseline, positive.
};

}  // namespace lacit::layout
