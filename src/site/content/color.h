// Colours of the theme and their contrast.
#pragma once

#include <span>
#include <string_view>

namespace lacit::content {

/// A text colour on a ground that the style table uses together.
struct ColorPair {
  std::string_view text;
  std::string_view ground;
};

/// WCAG 2.2, 1.4.3: text of normal size needs this ratio.
inline constexpr double least_contrast = 4.5;

/// Contrast ratio of two `#RRGGBB` colours by WCAG 2.2, between 1 and 21. Both must be well-formed.
[[nodiscard]] double contrast(std::string_view a, std::string_view b);

/// The tokens that each palette has, in the order of the look.
[[nodiscard]] std::span<const std::string_view> color_tokens();

/// The pairs whose contrast is checked. Accent is never text, except in the crisis bar, on deep.
[[nodiscard]] std::span<const ColorPair> text_pairs();

}  // namespace lacit::content
