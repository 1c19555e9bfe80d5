// The lines of one shape, as whoever strokes them has to walk along them.
#pragma once

#include "drawings/element.h"

namespace lacit::drawings {

struct Outline {
  double points = 0;  ///< Segments of paths, corners of polygons.
  double length = 0;  ///< In the shape's own units, about; curves by the polygon that holds them.
};

[[nodiscard]] Outline outline_of(const Element& shape);

/// What the element itself says, in its style or as an attribute; empty where it does not.
[[nodiscard]] std::string_view said(const Element& element, std::string_view property);

/// The first number of that; `otherwise` where there is none.
[[nodiscard]] double number_of(const Element& element, std::string_view property, double otherwise = 0);

}  // namespace lacit::drawings
