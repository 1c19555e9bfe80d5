// The theme's colours by token, as paint uses them: light and dark.
#pragma once

#include <array>
#include <cstdint>

#include "document/style.h"

namespace lacit::document {

/// By Color; 0xRRGGBB. The entry of Color::none is unused.
using Palette = std::array<std::uint32_t, color_count>;

struct Palettes {
  Palette light{};
  Palette dark{};
};

/// For visitors who ask for more contrast: quiet words as dark as the others, thin lines as dark as quiet words.
[[nodiscard]] Palette with_more_contrast(Palette palette);

}  // namespace lacit::document
