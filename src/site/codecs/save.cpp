#include "codecs/save.h"

#include <algorithm>
#include <fstream>

#include "codecs/upright.h"
#include "codecs/webp_chunks.h"

namespace lacit::codecs {
namespace {

/// A file in memory; empty where the encoder failed.
class Bytes {
 public:
  template <typename Encode>
  explicit Bytes(Encode encode) {
    if (encode(&bytes_, &length_) != 0) length_ = 0;
  }
  ~Bytes() { g_free(bytes_); }
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;

  [[nodiscard]] std::string_view view() const { return {static_cast<const char*>(bytes_), length_}; }

 private:
  void* bytes_ = nullptr;
  size_t length_ = 0;
};

struct AvifSettings {
  int quality;
  int effort;  ///< More takes twice the time for each step.
  VipsForeignSubsample colours;
};

constexpr AvifSettings avif_photo{.quality = 60, .effort = 1, .colours = VIPS_FOREIGN_SUBSAMPLE_ON};
constexpr AvifSettings avif_exact{.quality = 95, .effort = 2, .colours = VIPS_FOREIGN_SUBSAMPLE_OFF};
constexpr AvifSettings avif_rich{.quality = 75, .effort = 2, .colours = VIPS_FOREIGN_SUBSAMPLE_OFF};

std::string avif(VipsImage* image, const AvifSettings& settings) {
  const Bytes bytes([&](void** out, size_t* length) {
    return vips_heifsave_buffer(image, out, length, "compression", VIPS_FOREIGN_HEIF_COMPRESSION_AV1, "Q",
                                settings.quality, "bitdepth", 8, "effort", settings.effort, "subsample_mode",
                                settings.colours, "strip", TRUE, nullptr);
  });
  return std::string(bytes.view());
}

const AvifSettings& avif_settings(Look look) {
  if (look == Look::photo) return avif_photo;
  return look == Look::plain_drawing ? avif_exact : avif_rich;
}

std::string webp(VipsImage* image, Look look) {
  const Bytes bytes([&](void** out, size_t* length) {
    if (look == Look::plain_drawing) {
      return vips_webpsave_buffer(image, out, length, "lossless", TRUE, "Q", 20, "effort", 2, "strip", TRUE, nullptr);
    }
    const bool photo = look == Look::photo;
    return vips_webpsave_buffer(image, out, length, "Q", photo ? 80 : 88, "effort", 2, "smart_subsample",
                                photo ? FALSE : TRUE, "strip", TRUE, nullptr);
  });
  return bytes.view().empty() ? "" : without_metadata(bytes.view());
}

Image on_paper(VipsImage* image, const std::array<double, 3>& paper) {
  const std::unique_ptr<VipsArrayDouble, void (*)(VipsArrayDouble*)> background(
      vips_array_double_new(paper.data(), static_cast<int>(paper.size())),
      [](VipsArrayDouble* array) { vips_area_unref(&array->area); });
  return made([&](VipsImage** out) {
    return vips_image_hasalpha(image) != 0 ? vips_flatten(image, out, "background", background.get(), nullptr)
                                           : vips_copy(image, out, nullptr);
  });
}

std::string jpeg(VipsImage* image, Look look, const std::array<double, 3>& paper) {
  const bool photo = look == Look::photo;
  const Image flat = on_paper(image, paper);
  const Bytes bytes([&](void** out, size_t* length) {
    return vips_jpegsave_buffer(flat.get(), out, length, "Q", photo ? 80 : 90, "optimize_coding", TRUE, "interlace",
                                TRUE, "subsample_mode", photo ? VIPS_FOREIGN_SUBSAMPLE_ON : VIPS_FOREIGN_SUBSAMPLE_OFF,
                                "strip", TRUE, nullptr);
  });
  return std::string(bytes.view());
}

/// Half of the pixels are as their neighbours.
bool has_areas(VipsImage* image) {
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
  return same * 2 >= std::int64_t{width} * height;
}

}  // namespace

Look look_of(VipsImage* image) {
  if (!has_areas(image)) return Look::photo;
  const int width = vips_image_get_width(image);
  const int height = vips_image_get_height(image);
  constexpr int tried_width = 320;
  constexpr std::size_t few_bytes = 6UL * 1024;
  const Size size{tried_width, std::max(1, height * tried_width / width)};
  const Image small = width <= tried_width ? nullptr : resized(image, size);
  const std::string exact = avif(small ? small.get() : image, avif_exact);
  return !exact.empty() && exact.size() <= few_bytes ? Look::plain_drawing : Look::rich_drawing;
}

void save(VipsImage* image, Look look, std::string_view format, const std::filesystem::path& file,
          const std::array<double, 3>& paper) {
  const std::string bytes = format == "avif"   ? avif(image, avif_settings(look))
                            : format == "webp" ? webp(image, look)
                                               : jpeg(image, look, paper);
  if (bytes.empty())
    throw Problem("no " + std::string(format) + " can be made of it (" + last_error() + ")", "export it anew");
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  if (!out) throw Problem("its " + std::string(format) + " cannot be written", "look at the cache's disk and rights");
}

}  // namespace lacit::codecs
