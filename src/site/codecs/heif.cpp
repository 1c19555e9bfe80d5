#include "codecs/heif.h"

#include <libheif/heif.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "codecs/av1_stream.h"
#include "codecs/colour_profile.h"
#include "codecs/heif_boxes.h"
#include "codecs/heif_check.h"
#include "codecs/heif_upright.h"

namespace lacit::codecs {
namespace {

template <typename Thing, void (*release)(Thing*)>
struct Release {
  void operator()(Thing* thing) const { release(thing); }
};
using Context = std::unique_ptr<heif_context, Release<heif_context, heif_context_free>>;
using Points = std::unique_ptr<heif_color_profile_nclx, Release<heif_color_profile_nclx, heif_nclx_color_profile_free>>;
struct ReleaseHandle {
  void operator()(const heif_image_handle* handle) const { heif_image_handle_release(handle); }
};
using Handle = std::unique_ptr<heif_image_handle, ReleaseHandle>;
struct ReleasePixels {
  void operator()(const heif_image* image) const { heif_image_release(image); }
};
using Pixels = std::unique_ptr<heif_image, ReleasePixels>;

void expect(const heif_error& error) {
  if (error.code == heif_error_Ok) return;
  const std::string words = error.message == nullptr ? "" : error.message;
  throw Problem("the picture is damaged or cut short (" + words + ")", "export it anew");
}

Handle primary_of(heif_context* context) {
  heif_image_handle* handle = nullptr;
  expect(heif_context_get_primary_image_handle(context, &handle));
  return Handle(handle);
}

heif_chroma layout_of(bool deep, bool alpha) {
  if (deep) return alpha ? heif_chroma_interleaved_RRGGBBAA_LE : heif_chroma_interleaved_RRGGBB_LE;
  return alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB;
}

/// The file without what turns or cuts its pictures: libheif does that to an alpha only where the alpha has these
/// properties too, and leaves out one that does not fit then. Many files say it once, of the picture.
std::string lying(std::string_view bytes, const HeifFile& file) {
  std::string copy(bytes);
  for (const auto& [id, item] : file.items) {
    for (const Box& property : item.properties) {
      if (is_transformation(property))
        copy.replace(static_cast<std::size_t>(property.type.data() - bytes.data()), 4, "free");
    }
  }
  return copy;
}

Pixels decode(const heif_image_handle* handle, bool deep, bool alpha) {
  heif_image* image = nullptr;
  expect(heif_decode_image(handle, &image, heif_colorspace_RGB, layout_of(deep, alpha), nullptr));
  return Pixels(image);
}

/// To all of 16 bits.
void stretch(std::uint16_t* values, std::size_t count, int bits) {
  const unsigned highest = (1U << static_cast<unsigned>(bits)) - 1;
  for (std::size_t i = 0; i < count; ++i) {
    values[i] = static_cast<std::uint16_t>((std::min<unsigned>(values[i], highest) * 65535U + highest / 2) / highest);
  }
}

/// A VipsGenerateFn.
int copy_lines(VipsRegion* out, void* /*sequence*/, void* pixels, void* /*unused*/, gboolean* /*stop*/) {
  const auto* image = static_cast<const heif_image*>(pixels);
  int stride = 0;
  const std::uint8_t* rows = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
  const VipsRect& area = out->valid;
  const std::size_t pixel = VIPS_IMAGE_SIZEOF_PEL(out->im);
  const std::size_t length = static_cast<std::size_t>(area.width) * pixel;
  for (int y = area.top; y < area.top + area.height; ++y) {
    const auto begin =
        static_cast<std::size_t>(y) * static_cast<std::size_t>(stride) + static_cast<std::size_t>(area.left) * pixel;
    VipsPel* line = VIPS_REGION_ADDR(out, area.left, y);
    std::copy_n(rows + begin, length, line);
    if (out->im->BandFmt != VIPS_FORMAT_USHORT) continue;
    const int bits = heif_image_get_bits_per_pixel_range(image, heif_channel_interleaved);
    stretch(reinterpret_cast<std::uint16_t*>(line), length / 2, bits);
  }
  return 0;
}

/// Its lines are copied as they are asked for: a second picture of that size may be more than there is room for.
Image lent(Pixels pixels, bool deep, bool alpha) {
  const int width = heif_image_get_width(pixels.get(), heif_channel_interleaved);
  const int height = heif_image_get_height(pixels.get(), heif_channel_interleaved);
  const int bits = heif_image_get_bits_per_pixel_range(pixels.get(), heif_channel_interleaved);
  if (width < 1 || height < 1 || (deep && (bits < 9 || bits > 16))) throw damaged();
  Image image(vips_image_new());
  vips_image_init_fields(image.get(), width, height, alpha ? 4 : 3, deep ? VIPS_FORMAT_USHORT : VIPS_FORMAT_UCHAR,
                         VIPS_CODING_NONE, deep ? VIPS_INTERPRETATION_RGB16 : VIPS_INTERPRETATION_sRGB, 1, 1);
  heif_image* kept = pixels.release();
  const auto release = [](void* lines) { heif_image_release(static_cast<const heif_image*>(lines)); };
  g_object_set_data_full(G_OBJECT(image.get()), "pixels", kept, release);
  const bool ready = vips_image_pipelinev(image.get(), VIPS_DEMAND_STYLE_ANY, nullptr) == 0 &&
                     vips_image_generate(image.get(), nullptr, copy_lines, nullptr, kept, nullptr) == 0;
  if (!ready) throw damaged();
  return image;
}

/// Colours that were multiplied by alpha, as they were before.
Image unmultiplied(Image image) {
  const VipsBandFormat format = vips_image_get_format(image.get());
  const double opaque = format == VIPS_FORMAT_USHORT ? 65535 : 255;
  const Image colours =
      made([&](VipsImage** out) { return vips_unpremultiply(image.get(), out, "max_alpha", opaque, nullptr); });
  const Image rounded = made([&](VipsImage** out) { return vips_rint(colours.get(), out, nullptr); });
  return made([&](VipsImage** out) { return vips_cast(rounded.get(), out, format, nullptr); });
}

std::optional<std::string> embedded_profile(const heif_image_handle* handle) {
  std::string bytes(heif_image_handle_get_raw_color_profile_size(handle), '\0');
  if (bytes.empty() || heif_image_handle_get_raw_color_profile(handle, bytes.data()).code != heif_error_Ok) return {};
  return bytes;
}

/// Those of its stream, of a picture in tiles that of the first tile.
std::optional<CodePoints> streamed_points(const HeifFile& file) {
  const HeifItem* item = &file.items.at(file.primary);
  while (item->type != "av01" && !item->parts.empty()) item = &file.items.at(item->parts.front());
  return item->type == "av01" && !item->data.empty() ? av1_colours(item->data.front()) : std::nullopt;
}

/// A profile wins over code points, and those of the file over those of its stream (ISO/IEC 23008-12, 6.5.5).
std::optional<std::string> colours_of(const heif_image_handle* handle, const HeifFile& file) {
  if (auto profile = embedded_profile(handle)) return profile;
  heif_color_profile_nclx* found = nullptr;
  if (heif_image_handle_get_nclx_color_profile(handle, &found).code != heif_error_Ok) {
    return profile_of(streamed_points(file).value_or(CodePoints()));
  }
  const Points points(found);
  return profile_of({.primaries = points->color_primaries, .transfer = points->transfer_characteristics});
}

}  // namespace

Image load_heif(std::string_view bytes) {
  const auto file = read_heif(bytes);
  if (!file) throw Problem("the picture is damaged or cut short", "export it anew");
  check_heif(*file);
  const Context context(heif_context_alloc());
  const std::string plain = lying(bytes, *file);
  expect(heif_context_read_from_memory_without_copy(context.get(), plain.data(), plain.size(), nullptr));
  const Handle handle = primary_of(context.get());
  const bool alpha = heif_image_handle_has_alpha_channel(handle.get()) != 0;
  if (!alpha && has_alpha(*file)) throw Problem("its transparency does not fit the picture", "export it anew");
  const bool deep = heif_image_handle_get_luma_bits_per_pixel(handle.get()) > 8;
  Pixels pixels = decode(handle.get(), deep, alpha);
  const auto profile = colours_of(handle.get(), *file);
  Image image = lent(std::move(pixels), deep, alpha);
  if (alpha && heif_image_handle_is_premultiplied_alpha(handle.get()) != 0) image = unmultiplied(std::move(image));
  Image turned = upright_heif(image.get(), file->items.at(file->primary));
  if (profile) set_profile(turned.get(), *profile);
  return turned;
}

}  // namespace lacit::codecs
