#include "codecs/heif_upright.h"

#include <array>
#include <cmath>
#include <cstdint>

#include "codecs/bits.h"

namespace lacit::codecs {
namespace {

Image same(VipsImage* image) {
  return made([&](VipsImage** out) { return vips_copy(image, out, nullptr); });
}

/// A quarter of a circle each, anti-clockwise; libvips counts clockwise.
Image turned(VipsImage* image, std::string_view irot) {
  constexpr std::array angles{VIPS_ANGLE_D0, VIPS_ANGLE_D270, VIPS_ANGLE_D180, VIPS_ANGLE_D90};
  const auto quarters = static_cast<std::size_t>(Bits(irot).take(8) & 3U);
  return made([&](VipsImage** out) { return vips_rot(image, out, angles[quarters], nullptr); });
}

/// 0: top and bottom change places; 1: left and right.
Image mirrored(VipsImage* image, std::string_view imir) {
  const VipsDirection way = (Bits(imir).take(8) & 1U) == 0 ? VIPS_DIRECTION_VERTICAL : VIPS_DIRECTION_HORIZONTAL;
  return made([&](VipsImage** out) { return vips_flip(image, out, way, nullptr); });
}

/// A part of that length around the middle of `whole`, moved by `offset`: where it begins.
int beginning(int whole, int length, double offset) {
  return static_cast<int>(std::lround((whole - length) / 2.0 + offset));
}

/// One that is not inside the picture is as if it were not there.
Image cut(VipsImage* image, std::string_view clap) {
  std::array<double, 4> values{};  // Width, height, offset across, offset down.
  Bits bits(clap);
  for (double& value : values) {
    const auto numerator = static_cast<std::int32_t>(bits.take(32));
    const auto denominator = static_cast<std::int32_t>(bits.take(32));
    if (denominator == 0) return same(image);
    value = static_cast<double>(numerator) / denominator;
  }
  const auto [wide, high, across, down] = values;
  const int whole_width = vips_image_get_width(image);
  const int whole_height = vips_image_get_height(image);
  const bool possible = !bits.ended() && wide >= 1 && high >= 1 && wide <= whole_width && high <= whole_height &&
                        std::abs(across) <= whole_width && std::abs(down) <= whole_height;
  if (!possible) return same(image);
  const int width = static_cast<int>(wide);
  const int height = static_cast<int>(high);
  const int left = beginning(whole_width, width, across);
  const int top = beginning(whole_height, height, down);
  if (left < 0 || top < 0 || left + width > whole_width || top + height > whole_height) return same(image);
  return made([&](VipsImage** out) { return vips_extract_area(image, out, left, top, width, height, nullptr); });
}

}  // namespace

bool is_transformation(const Box& property) {
  return property.type == "clap" || property.type == "irot" || property.type == "imir";
}

Image upright_heif(VipsImage* image, const HeifItem& item) {
  Image now = same(image);
  for (const Box& property : item.properties) {
    if (property.type == "clap") now = cut(now.get(), property.body);
    if (property.type == "irot") now = turned(now.get(), property.body);
    if (property.type == "imir") now = mirrored(now.get(), property.body);
  }
  return now;
}

}  // namespace lacit::codecs
