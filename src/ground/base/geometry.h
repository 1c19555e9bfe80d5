// Points, sizes and rectangles. CSS pixels, y downwards, unless a name says otherwise.
#pragma once

namespace lacit::base {

struct Point {
  float x = 0;
  float y = 0;
};

struct Size {
  float width = 0;
  float height = 0;
};

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  [[nodiscard]] float right() const { return x + width; }
  [[nodiscard]] float bottom() const { return y + height; }
  [[nodiscard]] bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
};

/// Space on the four sides of a box.
struct Edges {
  float top = 0;
  float right = 0;
  float bottom = 0;
  float left = 0;

  [[nodiscard]] float across() const { return left + right; }
  [[nodiscard]] float down() const { return top + bottom; }
  bool operator==(const Edges&) const = default;
};

}  // namespace lacit::base
