// What a drawing may hold: far more than drawing programs write, and no more than a phone draws in a moment.
#pragma once

#include <cstddef>

namespace lacit::drawings {

inline constexpr std::size_t deepest = 200;  ///< Elements in one another; browsers stop at 256 to 5000.
inline constexpr std::size_t most_elements = 100'000;
inline constexpr std::size_t most_drawn =
    500'000;  ///< Elements with everything that `<use>`, masks and patterns repeat.
inline constexpr std::size_t most_compared = 20'000'000;  ///< Parts of selectors with elements: a second's work.
inline constexpr std::size_t most_tried = 4'000'000;      ///< Selectors by elements, which renderers try each for each.
inline constexpr double most_points = 100'000;            ///< Of lines, repeated ones too.
inline constexpr double most_dashes = 200'000;
inline constexpr double most_filtered = 1e9;  ///< Pixels that filters compute, each time that they do.
inline constexpr int most_octaves = 16;       ///< Of noise: at eight, differences are less than a color's step.
inline constexpr int most_blur = 1000;
inline constexpr int most_radius = 200;
inline constexpr int most_order = 16;
inline constexpr std::size_t most_table = 1024;
inline constexpr double largest_region = 100;           ///< Of filters, in areas of the drawing.
inline constexpr double largest_region_of_part = 1000;  ///< In areas of what is filtered, which may be a thin line.
inline constexpr double largest_number = 1e8;
inline constexpr std::size_t most_entities = 64;

}  // namespace lacit::drawings
