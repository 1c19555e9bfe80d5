#include "codecs/placeholder.h"

namespace lacit::codecs {
namespace {

constexpr int columns = 4;
constexpr int rows = 3;
constexpr size_t placeholder_bytes = 36;

Image on_white(VipsImage* image) {
  return made([&](VipsImage** out) {
    if (vips_image_hasalpha(image) == 0) return vips_copy(image, out, nullptr);
    const std::unique_ptr<VipsArrayDouble, void (*)(VipsArrayDouble*)> white(
        vips_array_double_newv(1, 255.0), [](VipsArrayDouble* array) { vips_area_unref(&array->area); });
    return vips_flatten(image, out, "background", white.get(), nullptr);
  });
}

}  // namespace

std::string placeholder(VipsImage* image) {
  const Image flat = on_white(image);
  const Image tiny = made([&](VipsImage** out) {
    return vips_resize(flat.get(), out, static_cast<double>(columns) / vips_image_get_width(image), "vscale",
                       static_cast<double>(rows) / vips_image_get_height(image), "kernel", VIPS_KERNEL_LINEAR, nullptr);
  });
  size_t length = 0;
  const std::unique_ptr<void, decltype(&g_free)> pixels(vips_image_write_to_memory(tiny.get(), &length), g_free);
  if (!pixels || length != placeholder_bytes) throw Problem("the picture has no colours", "export it anew");
  const std::unique_ptr<gchar, decltype(&g_free)> text(
      g_base64_encode(static_cast<const guchar*>(pixels.get()), length), g_free);
  return text.get();
}

}  // namespace lacit::codecs
