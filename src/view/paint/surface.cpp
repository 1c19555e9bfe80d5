#include "paint/surface.h"

#include <algorithm>
#include <cmath>

namespace lacit::paint {

ImVec2 Surface::snapped(float x, float y) const {
  const ImVec2 exact = at(x, y);
  return {std::round(exact.x), std::round(exact.y)};
}

void Surface::fill(const base::Rect& rect, ImU32 color, float radius) const {
  list.AddRectFilled(snapped(rect.x, rect.y), snapped(rect.right(), rect.bottom()), color, radius * ratio);
}

void Surface::gradient(const base::Rect& rect, ImU32 top, ImU32 bottom) const {
  list.AddRectFilledMultiColor(snapped(rect.x, rect.y), snapped(rect.right(), rect.bottom()), top, top, bottom, bottom);
}

void Surface::outline(const base::Rect& rect, ImU32 color, float radius, float width) const {
  // Whole device pixels, at least one: a hairline of 1.5 would be a blur.
  const float thick = std::max(1.0F, std::round(width * ratio));
  const ImVec2 from = snapped(rect.x, rect.y);
  const ImVec2 to = snapped(rect.right(), rect.bottom());
  const float half = thick / 2;
  list.AddRect({from.x + half - 0.5F, from.y + half - 0.5F}, {to.x - half + 0.5F, to.y - half + 0.5F}, color,
               std::max(0.0F, radius * ratio - half), 0, thick);
}

ImU32 packed(std::uint32_t rgb, float alpha) {
  return IM_COL32(rgb >> 16U & 0xFFU, rgb >> 8U & 0xFFU, rgb & 0xFFU, static_cast<ImU32>(std::lround(alpha * 255.0F)));
}

ImU32 mixed(ImU32 from, ImU32 to, float part) {
  ImU32 result = 0;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    const auto a = static_cast<float>(from >> shift & 0xFFU);
    const auto b = static_cast<float>(to >> shift & 0xFFU);
    result |= static_cast<ImU32>(std::lround(a + (b - a) * part)) << shift;
  }
  return result;
}

}  // namespace lacit::paint
