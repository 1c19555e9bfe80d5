#include "codecs/upright.h"

#include "codecs/srgb.h"

namespace lacit::codecs {
namespace {

Image to_bytes(VipsImage* image) {
  return made([&](VipsImage** out) { return vips_cast_uchar(image, out, nullptr); });
}

Image scaled(VipsImage* image, Size size) {
  const double across = static_cast<double>(size.width) / vips_image_get_width(image);
  const double down = static_cast<double>(size.height) / vips_image_get_height(image);
  return made([&](VipsImage** out) { return vips_resize(image, out, across, "vscale", down, nullptr); });
}

/// A picture of the same pixels, in memory, that never had any metadata.
Image bare(VipsImage* image) {
  const int width = vips_image_get_width(image);
  const int height = vips_image_get_height(image);
  const int bands = vips_image_get_bands(image);
  size_t length = 0;
  const std::unique_ptr<void, decltype(&g_free)> pixels(vips_image_write_to_memory(image, &length), g_free);
  if (!pixels) throw damaged();
  Image plain(vips_image_new_from_memory_copy(pixels.get(), length, width, height, bands, VIPS_FORMAT_UCHAR));
  if (!plain) throw Problem("the picture needs too much memory", "make it smaller");
  plain->Type = VIPS_INTERPRETATION_sRGB;
  return plain;
}

/// Without an alpha channel that says nothing.
Image without_needless_alpha(Image image) {
  if (vips_image_hasalpha(image.get()) == 0) return image;
  const Image alpha = made([&](VipsImage** out) { return vips_extract_band(image.get(), out, 3, nullptr); });
  double least = 0;
  if (vips_min(alpha.get(), &least, nullptr) != 0 || least < 255) return image;
  return made([&](VipsImage** out) { return vips_extract_band(image.get(), out, 0, "n", 3, nullptr); });
}

}  // namespace

Size upright_size(VipsImage* image) {
  const Size lying{vips_image_get_width(image), vips_image_get_height(image)};
  return vips_image_get_orientation_swap(image) != 0 ? Size{lying.height, lying.width} : lying;
}

Image resized(VipsImage* image, Size size) {
  if (vips_image_get_width(image) == size.width && vips_image_get_height(image) == size.height) return to_bytes(image);
  if (vips_image_hasalpha(image) == 0) return to_bytes(scaled(image, size).get());
  const Image weighed = made([&](VipsImage** out) { return vips_premultiply(image, out, nullptr); });
  const Image small = scaled(weighed.get(), size);
  const Image plain = made([&](VipsImage** out) { return vips_unpremultiply(small.get(), out, nullptr); });
  return to_bytes(plain.get());
}

// Turned last, in memory: the file's pixels come from top to bottom and only once.
Image upright(VipsImage* image, Size size) {
  const bool swap = vips_image_get_orientation_swap(image) != 0;
  const int orientation = vips_image_get_orientation(image);
  const Image colours = to_srgb(image);
  const Image lying = resized(colours.get(), swap ? Size{size.height, size.width} : size);
  const Image memory = made([&](VipsImage** out) {
    *out = vips_image_copy_memory(lying.get());
    return *out == nullptr ? -1 : 0;
  });
  const Image tagged = made([&](VipsImage** out) { return vips_copy(memory.get(), out, nullptr); });
  vips_image_set_int(tagged.get(), VIPS_META_ORIENTATION, orientation);
  Image turned = made([&](VipsImage** out) { return vips_autorot(tagged.get(), out, nullptr); });
  return bare(without_needless_alpha(std::move(turned)).get());
}

}  // namespace lacit::codecs
