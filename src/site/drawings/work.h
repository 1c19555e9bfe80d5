// What a drawing costs whoever paints it. A few bytes can ask for hours: noise of a million octaves, dashes without
// number, a blur of a blur of a blur.
#pragma once

#include <string_view>

#include "drawings/element.h"

namespace lacit::drawings {

/// How the drawing is shown where it is shown large.
struct View {
  double width = 0;  ///< In the root's own units.
  double height = 0;
  double pixels = 0;     ///< In all.
  double magnified = 1;  ///< Pixels to a unit.
};

[[nodiscard]] View view_of(const Element& root, double width, double height);

struct Work {
  double parts = 0;
  double points = 0;
  double length = 0;  ///< Of lines that nothing has cut into dashes yet.
  double dashes = 0;
  double pixels = 0;  ///< That filters compute.
  double reach = 0;   ///< Likewise, where more as the part is magnified.

  Work& operator+=(const Work& other);
};

/// Of the element alone, without its children and what it refers to. Throws Fault where that alone is too much.
[[nodiscard]] Work own_work(const Element& element, const View& view);

/// What the element makes of all that is in it: a filter's region, dashes, a scale. `dash`: of the style sheets, or 0.
void apply(const Element& element, const View& view, double dash, Work& inside);

/// Of `stroke-dasharray`: how long all its dashes are; 0 without any.
[[nodiscard]] double dash_length(std::string_view value);

/// Throws Fault at the element where limits.h allows less.
void check(const Work& work, const Element& element);

}  // namespace lacit::drawings
