#include "paint/shadow.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "imgui_internal.h"

namespace lacit::paint {
namespace {

constexpr int blur = 24;  // CSS blur radius: twice the Gaussian's sigma (CSS Backgrounds 3, 6.1.1).
constexpr int radius = 18;
constexpr int corner = blur + radius + 2;  // From the picture's edge to where the shadow is even along the side.
constexpr int side = 2 * corner + 2;

// Distance to a rounded square that lies `blur` inside of the picture; negative inside.
float distance(float x, float y) {
  const float half = static_cast<float>(side) / 2;
  const float reach = half - blur - radius;
  const float dx = std::max(0.0F, std::abs(x - half) - reach);
  const float dy = std::max(0.0F, std::abs(y - half) - reach);
  return std::sqrt(dx * dx + dy * dy) - radius;
}

std::uint8_t coverage(float x, float y) {
  constexpr float sigma = static_cast<float>(blur) / 2;
  const float part = 0.5F - 0.5F * std::erf(distance(x, y) / (sigma * 1.41421356F));
  return static_cast<std::uint8_t>(std::clamp(part, 0.0F, 1.0F) * 255.0F);
}

}  // namespace

Shadows::Shadows(ImFontAtlas& atlas) : atlas_(&atlas) {
  ImFontAtlasRect place;
  picture_ = atlas.AddCustomRect(side, side, &place);
  for (int y = 0; y < side; ++y) {
    auto* row = static_cast<ImU32*>(atlas.TexData->GetPixelsAt(place.x, place.y + y));
    for (int x = 0; x < side; ++x) {
      row[x] = IM_COL32(255, 255, 255, coverage(static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F));
    }
  }
  ImFontAtlasTextureBlockQueueUpload(&atlas, atlas.TexData, place.x, place.y, side, side);
}

void Shadows::draw(Surface& surface, const base::Rect& box, float down, ImU32 color) const {
  ImFontAtlasRect place;
  if (!atlas_->GetCustomRect(picture_, &place)) return;
  const float reach = std::min({static_cast<float>(corner), box.width / 2 + blur, box.height / 2 + blur});
  const float left = box.x - blur;
  const float top = box.y - blur + down;
  const float right = box.right() + blur;
  const float bottom = box.bottom() + blur + down;
  const std::array<float, 4> xs{left, left + reach, right - reach, right};
  const std::array<float, 4> ys{top, top + reach, bottom - reach, bottom};
  const float u = (place.uv1.x - place.uv0.x) / side;
  const float v = (place.uv1.y - place.uv0.y) / side;
  const std::array<float, 4> us{0, corner, side - corner, side};
  surface.list.PrimReserve(6 * 9, 4 * 9);
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      surface.list.PrimRectUV(surface.at(xs[column], ys[row]), surface.at(xs[column + 1], ys[row + 1]),
                              {place.uv0.x + us[column] * u, place.uv0.y + us[row] * v},
                              {place.uv0.x + us[column + 1] * u, place.uv0.y + us[row + 1] * v}, color);
    }
  }
}

}  // namespace lacit::paint
