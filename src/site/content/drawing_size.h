// How large a drawing is, from the three attributes of its root that say so.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "content/media_size.h"

namespace lacit::content {

/// As the root gives them; nothing where it gives none.
struct DrawingFrame {
  std::optional<std::string> width{};
  std::optional<std::string> height{};
  std::optional<std::string> view_box{};
};

struct DrawingSize {
  double width = 0;  ///< CSS pixels.
  double height = 0;

  /// Whole pixels; more of them than CSS would give where rounding a small drawing would change its shape.
  [[nodiscard]] PixelSize pixels() const;
};

/// The natural size by CSS Images 3, 4.1, and SVG 2, 8.2: lengths in any absolute unit or in em, what is missing or a
/// percentage from the viewBox. How preserveAspectRatio fits the one into the other changes nothing about it. Refused
/// is what browsers would show as nothing or guess at.
[[nodiscard]] base::Result<DrawingSize> drawing_size(const DrawingFrame& frame);

}  // namespace lacit::content
