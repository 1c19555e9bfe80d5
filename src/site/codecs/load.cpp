#include "codecs/load.h"

#include <array>
#include <optional>
#include <string>

#include "codecs/heif.h"
#include "codecs/png_colours.h"

namespace lacit::codecs {

using content::PictureKind;

namespace {

// libvips' loaders do not write into what they read.
void* pointer(std::string_view bytes) { return const_cast<char*>(bytes.data()); }

/// Its own words, which libvips does not hear, about colours.
void add_colours(VipsImage* image, std::string_view png) {
  const PngColours colours = png_colours(png);
  if (vips_image_get_typeof(image, VIPS_META_ICC_NAME) != 0 && !colours.overrides_profile) return;
  vips_image_remove(image, VIPS_META_ICC_NAME);
  if (colours.profile) set_profile(image, *colours.profile);
}

Image load_png(std::string_view bytes) {
  auto less = std::make_unique<std::optional<std::string>>(without_needless_srgb(bytes));
  const std::string_view read = *less ? std::string_view(**less) : bytes;
  const Image image = made([&](VipsImage** out) {
    return vips_pngload_buffer(pointer(read), read.size(), out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                               VIPS_FAIL_ON_ERROR, nullptr);
  });
  Image own = made([&](VipsImage** out) { return vips_copy(image.get(), out, nullptr); });  // One that may be changed.
  add_colours(own.get(), bytes);
  const auto forget = [](void* text) { delete static_cast<std::optional<std::string>*>(text); };
  g_object_set_data_full(G_OBJECT(own.get()), "bytes", less.release(), forget);  // Pixels are read from there later.
  return own;
}

Image load_webp(std::string_view bytes) {
  return made([&](VipsImage** out) {
    return vips_webpload_buffer(pointer(bytes), bytes.size(), out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                                VIPS_FAIL_ON_ERROR, nullptr);
  });
}

/// Odd headers only make its decoder warn; whether pixels are missing, check_jpeg() tells.
Image load_jpeg(std::string_view bytes, int shrink) {
  return made([&](VipsImage** out) {
    return vips_jpegload_buffer(pointer(bytes), bytes.size(), out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                                VIPS_FAIL_ON_NONE, "shrink", shrink, nullptr);
  });
}

Image load(PictureKind kind, std::string_view bytes, int shrink) {
  switch (kind) {
    case PictureKind::png: return load_png(bytes);
    case PictureKind::jpeg: return load_jpeg(bytes, shrink);
    case PictureKind::webp: return load_webp(bytes);
    case PictureKind::heic:
    case PictureKind::avif: return load_heif(bytes);
    case PictureKind::svg: break;
  }
  throw Problem("the picture is no bitmap", "export it anew");
}

Image draw(std::string_view bytes, double scale) {
  return made([&](VipsImage** out) {
    return vips_svgload_buffer(pointer(bytes), bytes.size(), out, "scale", scale, "dpi", 96.0, nullptr);
  });
}

}  // namespace

void open_library(const char* program) {
  if (VIPS_INIT(program) != 0) throw std::runtime_error("libvips does not start: " + last_error());
  vips_concurrency_set(1);
  vips_cache_set_max(0);
  vips_block_untrusted_set(TRUE);
  vips_operation_block_set("VipsForeignLoad", TRUE);
  constexpr std::array loaders{"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp",
                               "VipsForeignLoadSvg"};
  for (const char* loader : loaders) vips_operation_block_set(loader, FALSE);
}

Image load_bitmap(PictureKind kind, std::string_view bytes, int shrink) {
  Image image = load(kind, bytes, shrink);
  const auto full = [shrink](int length) { return std::int64_t{length} * shrink; };
  const auto large =
      content::too_many_pixels(full(vips_image_get_width(image.get())), full(vips_image_get_height(image.get())));
  if (large) throw Problem(*large);
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
