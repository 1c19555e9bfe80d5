#include "codecs/save.h"

#include <algorithm>
#include <fstream>

#include "codecs/webp_chunks.h"

namespace lacit::codecs {
namespace {

// Chosen by eye and by tests/pictures/colour.test.mjs: a ramp's colours stay within 2 of 255 in drawings' settings.
int save_avif(VipsImage* image, Look look, const char* file) {
  const bool photo = look == Look::photo;
  return vips_heifsave(image, file, "compression", VIPS_FOREIGN_HEIF_COMPRESSION_AV1, "Q", photo ? 60 : 92, "bitdepth",
                       8, "effort", 2, "subsample_mode", photo ? VIPS_FOREIGN_SUBSAMPLE_ON : VIPS_FOREIGN_SUBSAMPLE_OFF,
                       "strip", TRUE, nullptr);
}

int save_webp(VipsImage* image, Look look, const char* file) {
  void* bytes = nullptr;
  size_t length = 0;
  const int failed = look == Look::photo
                         ? vips_webpsave_buffer(image, &bytes, &length, "Q", 80, "effort", 3, "strip", TRUE, nullptr)
                         : vips_webpsave_buffer(image, &bytes, &length, "lossless", TRUE, "Q", 20, "effort", 2, "strip",
                                                TRUE, nullptr);
  const std::unique_ptr<void, decltype(&g_free)> owner(bytes, g_free);
  if (failed != 0) return failed;
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << without_metadata({static_cast<const char*>(bytes), length});
  out.close();
  return out ? 0 : -1;
}

int save_jpeg(VipsImage* image, Look look, const char* file, const std::array<double, 3>& paper) {
  const bool photo = look == Look::photo;
  const std::unique_ptr<VipsArrayDouble, void (*)(VipsArrayDouble*)> background(
      vips_array_double_new(paper.data(), static_cast<int>(paper.size())),
      [](VipsArrayDouble* array) { vips_area_unref(&array->area); });
  const Image flat = made([&](VipsImage** out) {
    return vips_image_hasalpha(image) != 0 ? vips_flatten(image, out, "background", background.get(), nullptr)
                                           : vips_copy(image, out, nullptr);
  });
  return vips_jpegsave(flat.get(), file, "Q", photo ? 80 : 92, "optimize_coding", TRUE, "interlace", TRUE,
                       "subsample_mode", photo ? VIPS_FOREIGN_SUBSAMPLE_ON : VIPS_FOREIGN_SUBSAMPLE_OFF, "strip", TRUE,
                       nullptr);
}

}  // namespace

Look look_of(VipsImage* image) {
  const int bands = vips_image_get_bands(image);
  const int width = vips_image_get_width(image);
  const int height = vips_image_get_height(image);
  std::int64_t same = 0;
  for (int y = 0; y < height; ++y) {
    const VipsPel* row = VIPS_IMAGE_ADDR(image, 0, y);
    for (int x = bands; x < width * bands; x += bands) {
      same += std::equal(row + x, row + x + bands, row + x - bands) ? 1 : 0;
    }
  }
  return same * 2 >= std::int64_t{width} * height ? Look::drawing : Look::photo;
}

void save(VipsImage* image, Look look, std::string_view format, const std::filesystem::path& file,
          const std::array<double, 3>& paper) {
  int failed = -1;
  if (format == "avif") failed = save_avif(image, look, file.c_str());
  if (format == "webp") failed = save_webp(image, look, file.c_str());
  if (format == "jpg") failed = save_jpeg(image, look, file.c_str(), paper);
  if (failed != 0) {
    throw Problem("no " + std::string(format) + " can be written of it (" + last_error() +
                  "); look at the disk's space, then export the picture anew");
  }
}

}  // namespace lacit::codecs
