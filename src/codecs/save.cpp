#include "codecs/save.h"

#include <algorithm>
#include <fstream>

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

/// Settings for all: a ramp's colours are within 2 of 255 then (tests/pictures/colour.test.mjs). Where a drawing is so
/// rich that this takes many bytes, nobody sees the difference either, and the page comes sooner with less.
bool is_cheap(VipsImage* image, std::string_view bytes) {
  const auto pixels = std::size_t(vips_image_get_width(image)) * std::size_t(vips_image_get_height(image));
  return bytes.size() <= 4096 + pixels / 64;
}

struct AvifSettings {
  int quality;
  int effort;  ///< More takes twice the time for each step.
  VipsForeignSubsample colours;
};

constexpr AvifSettings avif_photo{.quality = 60, .effort = 1, .colours = VIPS_FOREIGN_SUBSAMPLE_ON};
constexpr AvifSettings avif_exact{.quality = 92, .effort = 2, .colours = VIPS_FOREIGN_SUBSAMPLE_OFF};
constexpr AvifSettings avif_rich{.quality = 75, .effort = 2, .colours = VIPS_FOREIGN_SUBSAMPLE_OFF};

std::string avif(VipsImage* image, const AvifSettings& settings) {
  const Bytes bytes([&](void** out, size_t* length) {
    return vips_heifsave_buffer(image, out, length, "compression", VIPS_FOREIGN_HEIF_COMPRESSION_AV1, "Q",
                                settings.quality, "bitdepth", 8, "effort", settings.effort, "subsample_mode",
                                settings.colours, "strip", TRUE, nullptr);
  });
  return std::string(bytes.view());
}

std::string avif(VipsImage* image, Look look) {
  if (look == Look::photo) return avif(image, avif_photo);
  std::string exact = avif(image, avif_exact);
  return is_cheap(image, exact) ? exact : avif(image, avif_rich);
}

std::string webp(VipsImage* image, Look look) {
  if (look == Look::drawing) {
    const Bytes exact([&](void** out, size_t* length) {
      return vips_webpsave_buffer(image, out, length, "lossless", TRUE, "Q", 20, "effort", 1, "strip", TRUE, nullptr);
    });
    if (is_cheap(image, exact.view())) return without_metadata(exact.view());
  }
  const int quality = look == Look::photo ? 80 : 88;
  const Bytes bytes([&](void** out, size_t* length) {
    return vips_webpsave_buffer(image, out, length, "Q", quality, "effort", 2, "smart_subsample", look == Look::drawing,
                                "strip", TRUE, nullptr);
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
  const std::string bytes = format == "avif"   ? avif(image, look)
                            : format == "webp" ? webp(image, look)
                                               : jpeg(image, look, paper);
  if (bytes.empty())
    throw Problem("no " + std::string(format) + " can be made of it (" + last_error() + "); export it anew");
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  if (!out) throw Problem("its " + std::string(format) + " cannot be written; look at the cache's disk and rights");
}

}  // namespace lacit::codecs
