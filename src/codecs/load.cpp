#include "codecs/load.h"

#include <array>

namespace lacit::codecs {

using content::PictureKind;

namespace {

using Loader = int (*)(void*, size_t, VipsImage**, ...);

Loader loader_of(PictureKind kind) {
  switch (kind) {
    case PictureKind::png: return vips_pngload_buffer;
    case PictureKind::jpeg: return vips_jpegload_buffer;
    case PictureKind::webp: return vips_webpload_buffer;
    case PictureKind::heic:
    case PictureKind::avif: return vips_heifload_buffer;
    case PictureKind::svg: return vips_svgload_buffer;
  }
  return nullptr;
}

// libvips' loaders do not write into what they read.
void* pointer(std::string_view bytes) { return const_cast<char*>(bytes.data()); }

Image load_jpeg(std::string_view bytes, int shrink, VipsFailOn fail_on) {
  return made([&](VipsImage** out) {
    return vips_jpegload_buffer(pointer(bytes), bytes.size(), out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", fail_on,
                                "shrink", shrink, nullptr);
  });
}

Image draw(std::string_view bytes, double scale) {
  return made(
      [&](VipsImage** out) { return vips_svgload_buffer(pointer(bytes), bytes.size(), out, "scale", scale, nullptr); });
}

}  // namespace

void open_library(const char* program) {
  if (VIPS_INIT(program) != 0) throw std::runtime_error("libvips does not start: " + last_error());
  vips_concurrency_set(1);
  vips_cache_set_max(0);
  vips_block_untrusted_set(TRUE);
  vips_operation_block_set("VipsForeignLoad", TRUE);
  constexpr std::array loaders{"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp",
                               "VipsForeignLoadHeif", "VipsForeignLoadSvg"};
  for (const char* loader : loaders) vips_operation_block_set(loader, FALSE);
}

Image load_bitmap(PictureKind kind, std::string_view bytes, int shrink) {
  // A JPEG's decoder only warns of damage, and shows grey or torn pixels then.
  Image image = kind == PictureKind::jpeg ? load_jpeg(bytes, shrink, VIPS_FAIL_ON_WARNING) : made([&](VipsImage** out) {
    return loader_of(kind)(pointer(bytes), bytes.size(), out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                           VIPS_FAIL_ON_ERROR, nullptr);
  });
  const auto full = [shrink](int length) { return std::int64_t{length} * shrink; };
  const std::string large =
      content::too_many_pixels(full(vips_image_get_width(image.get())), full(vips_image_get_height(image.get())));
  if (!large.empty()) throw Problem(large);
  return image;
}

Image load_svg(std::string_view bytes, int width, int height) {
  const Image natural = draw(bytes, 1);
  const Image image = draw(bytes, static_cast<double>(width) / vips_image_get_width(natural.get()));
  return made([&](VipsImage** out) {
    return vips_resize(image.get(), out, static_cast<double>(width) / vips_image_get_width(image.get()), "vscale",
                       static_cast<double>(height) / vips_image_get_height(image.get()), nullptr);
  });
}

}  // namespace lacit::codecs
