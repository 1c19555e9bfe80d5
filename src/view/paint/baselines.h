// Where the browser puts the baseline in its line boxes. It rounds the font's ascent, descent and leading in ways that
// differ from engine to engine, from system to system and between device and CSS pixels: so the platform measures it.
#pragma once

#include <span>
#include <vector>

#include "layout/measurer.h"

namespace lacit::paint {

/// One sort of line, all in CSS pixels. Three floats in a row: JavaScript reads the first two and writes the third.
struct Baseline {
  float size = 0;         ///< CSS font size.
  float line_height = 0;  ///< Of the line box.
  float offset = 0;       ///< From the line box's top down to the baseline; 0 until it is measured.
};

class Baselines {
 public:
  /// All sorts of lines that the style table knows.
  Baselines();
  [[nodiscard]] std::span<Baseline> all() { return all_; }
  /// CSS pixels; by the font's own numbers where nothing was measured.
  [[nodiscard]] float offset(float size, float line_height, const layout::Measurer& measurer) const;

 private:
  std::vector<Baseline> all_;
};

/// Of the figure in a numbered step's disc, CSS pixels.
inline constexpr float disc_size = 36;
inline constexpr float disc_figure = 18;

}  // namespace lacit::paint
