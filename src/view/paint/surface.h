// An ImGui draw list with CSS pixels in front of it: scrolled, scaled to device pixels and snapped to them.
#pragma once

#include <cstdint>

#include "base/geometry.h"
#include "imgui.h"

namespace lacit::paint {

class Surface {
 public:
  /// `device_ratio`: device pixels per CSS pixel.
  Surface(ImDrawList& draw_list, float device_ratio) : list(draw_list), ratio(device_ratio) {}

  /// Everything drawn from here on moves by this many CSS pixels.
  void move(base::Point by) { origin_ = by; }
  [[nodiscard]] base::Point origin() const { return origin_; }

  /// Device pixels, not rounded.
  [[nodiscard]] ImVec2 at(float x, float y) const { return {(x + origin_.x) * ratio, (y + origin_.y) * ratio}; }
  /// Device pixels, on the pixel grid: edges of boxes are sharp.
  [[nodiscard]] ImVec2 snapped(float x, float y) const;

  void fill(const base::Rect& rect, ImU32 color, float radius = 0) const;
  void gradient(const base::Rect& rect, ImU32 top, ImU32 bottom) const;
  /// A line of `width` CSS pixels inside the rectangle's edge.
  void outline(const base::Rect& rect, ImU32 color, float radius, float width) const;

  ImDrawList& list;
  const float ratio;

 private:
  base::Point origin_;
};

/// ImGui's packing of an 0xRRGGBB colour.
[[nodiscard]] ImU32 packed(std::uint32_t rgb, float alpha = 1);
/// `from` at 0, `to` at 1.
[[nodiscard]] ImU32 mixed(ImU32 from, ImU32 to, float part);

}  // namespace lacit::paint
