// With Little CMS itself: libvips 8.14 takes no profile whose tables are for another intent than the one asked for, and
// of 16 bits it makes every alpha 255.
#include "codecs/srgb.h"

#include <lcms2.h>

#include <array>
#include <memory>

namespace lacit::codecs {
namespace {

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, CloseProfile>;

/// How a picture's pixels lie in memory.
struct Layout {
  int colours = 3;  ///< Channels without alpha: 1, 3, or 4 of ink.
  bool alpha = false;
  bool deep = false;  ///< 16 bits.
};

Layout layout_of(VipsImage* image) {
  const bool alpha = vips_image_hasalpha(image) != 0;
  return {.colours = vips_image_get_bands(image) - (alpha ? 1 : 0),
          .alpha = alpha,
          .deep = vips_image_get_format(image) == VIPS_FORMAT_USHORT};
}

bool is_ink(VipsImage* image) { return vips_image_guess_interpretation(image) == VIPS_INTERPRETATION_CMYK; }

/// A file's own, or for ink without one libvips' idea of ink.
Profile input_profile(VipsImage* image) {
  const void* bytes = nullptr;
  size_t length = 0;
  VipsBlob* ink = nullptr;
  if (vips_image_get_typeof(image, VIPS_META_ICC_NAME) != 0) {
    vips_image_get_blob(image, VIPS_META_ICC_NAME, &bytes, &length);
  } else if (is_ink(image) && vips_profile_load("cmyk", &ink, nullptr) == 0) {
    bytes = vips_blob_get(ink, &length);
  }
  Profile profile(length == 0 ? nullptr : cmsOpenProfileFromMem(bytes, static_cast<cmsUInt32Number>(length)));
  if (ink != nullptr) vips_area_unref(VIPS_AREA(ink));
  return profile;
}

/// 0 where a profile is no description of pixels (a link between two devices, a name of colours).
int channels_of(const Profile& profile) {
  const cmsProfileClassSignature use = cmsGetDeviceClass(profile.get());
  const bool device =
      use == cmsSigInputClass || use == cmsSigDisplayClass || use == cmsSigOutputClass || use == cmsSigColorSpaceClass;
  switch (device ? cmsGetColorSpace(profile.get()) : cmsSigNamedData) {
    case cmsSigGrayData: return 1;
    case cmsSigRgbData: return 3;
    case cmsSigCmykData: return 4;
    default: return 0;
  }
}

/// The profile's own, where it has a table for that. A table that is for all intents is asked for as colorimetric: as
/// perceptual Little CMS would darken its shadows (ICC.1:2022, 6.3.4.3), which no browser does. Print keeps its black.
cmsUInt32Number intent_of(const Profile& profile) {
  const bool ink = cmsGetColorSpace(profile.get()) == cmsSigCmykData;
  const cmsUInt32Number own = cmsGetHeaderRenderingIntent(profile.get());
  const bool choice = cmsIsTag(profile.get(), cmsSigAToB1Tag) != 0;
  return !ink && choice && own <= INTENT_SATURATION ? own : INTENT_RELATIVE_COLORIMETRIC;
}

cmsUInt32Number format_of(const Layout& layout) {
  const cmsUInt32Number space = layout.colours == 1 ? PT_GRAY : layout.colours == 3 ? PT_RGB : PT_CMYK;
  return COLORSPACE_SH(space) | CHANNELS_SH(static_cast<cmsUInt32Number>(layout.colours)) |
         EXTRA_SH(layout.alpha ? 1U : 0U) | BYTES_SH(layout.deep ? 2U : 1U);
}

/// Null where the profile cannot be used.
cmsHTRANSFORM transform(const Profile& profile, const Layout& layout) {
  const Profile srgb(cmsCreate_sRGBProfile());
  const bool ink = layout.colours == 4;
  const cmsUInt32Number flags =
      cmsFLAGS_NOCACHE | (layout.alpha ? cmsFLAGS_COPY_ALPHA : 0U) | (ink ? cmsFLAGS_BLACKPOINTCOMPENSATION : 0U);
  return cmsCreateTransform(profile.get(), format_of(layout), srgb.get(), layout.alpha ? TYPE_RGBA_8 : TYPE_RGB_8,
                            intent_of(profile), flags);
}

/// A VipsGenerateFn.
int convert_lines(VipsRegion* out, void* sequence, void* /*image*/, void* transform, gboolean* /*stop*/) {
  auto* in = static_cast<VipsRegion*>(sequence);
  const VipsRect& area = out->valid;
  if (vips_region_prepare(in, &area) != 0) return -1;
  for (int y = area.top; y < area.top + area.height; ++y) {
    cmsDoTransform(transform, VIPS_REGION_ADDR(in, area.left, y), VIPS_REGION_ADDR(out, area.left, y),
                   static_cast<cmsUInt32Number>(area.width));
  }
  return 0;
}

/// Both live as long as what is made of them.
Image converted(VipsImage* image, cmsHTRANSFORM transform, bool alpha) {
  Image out(vips_image_new());
  g_object_set_data_full(G_OBJECT(out.get()), "transform", transform, cmsDeleteTransform);
  g_object_ref(image);
  g_object_set_data_full(G_OBJECT(out.get()), "converted", image, g_object_unref);
  if (vips_image_pipelinev(out.get(), VIPS_DEMAND_STYLE_THINSTRIP, image, nullptr) != 0) throw damaged();
  out->Bands = alpha ? 4 : 3;
  out->BandFmt = VIPS_FORMAT_UCHAR;
  out->Type = VIPS_INTERPRETATION_sRGB;
  const bool ready =
      vips_image_generate(out.get(), vips_start_one, convert_lines, vips_stop_one, image, transform) == 0;
  if (!ready) throw damaged();
  return out;
}

Image as_sixteen_to_eight(VipsImage* image) {
  return made([&](VipsImage** out) { return vips_linear1(image, out, 1.0 / 257, 0.5, "uchar", TRUE, nullptr); });
}

/// Grey as red, green and blue.
Image spread(VipsImage* image) {
  const int bands = vips_image_get_bands(image);
  if (bands >= 3) return made([&](VipsImage** out) { return vips_copy(image, out, nullptr); });
  const Image grey = made([&](VipsImage** out) { return vips_extract_band(image, out, 0, nullptr); });
  const Image alpha =
      bands == 1 ? nullptr : made([&](VipsImage** out) { return vips_extract_band(image, out, 1, nullptr); });
  std::array<VipsImage*, 4> parts{grey.get(), grey.get(), grey.get(), alpha.get()};
  const Image joined =
      made([&](VipsImage** out) { return vips_bandjoin(parts.data(), out, bands == 1 ? 3 : 4, nullptr); });
  const bool deep = vips_image_get_format(image) == VIPS_FORMAT_USHORT;
  return made([&](VipsImage** out) {
    return vips_copy(joined.get(), out, "interpretation", deep ? VIPS_INTERPRETATION_RGB16 : VIPS_INTERPRETATION_sRGB,
                     nullptr);
  });
}

/// Nothing where the picture has no profile that is for it.
Image by_profile(VipsImage* image) {
  const Profile profile = input_profile(image);
  const int channels = profile ? channels_of(profile) : 0;
  const bool spread_first = channels == 3 && layout_of(image).colours == 1;
  const Image wide =
      spread_first ? spread(image) : made([&](VipsImage** out) { return vips_copy(image, out, nullptr); });
  const Layout layout = layout_of(wide.get());
  if (channels == 0 || channels != layout.colours) return nullptr;
  const cmsHTRANSFORM made_of_it = transform(profile, layout);
  return made_of_it == nullptr ? nullptr : converted(wide.get(), made_of_it, layout.alpha);
}

}  // namespace

Image to_srgb(VipsImage* image) {
  if (Image done = by_profile(image)) return done;
  if (is_ink(image)) {
    return made([&](VipsImage** out) { return vips_colourspace(image, out, VIPS_INTERPRETATION_sRGB, nullptr); });
  }
  const bool deep = layout_of(image).deep;
  const Image bytes = deep ? as_sixteen_to_eight(image) : nullptr;
  const Image wide = spread(deep ? bytes.get() : image);
  return made(
      [&](VipsImage** out) { return vips_copy(wide.get(), out, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr); });
}

}  // namespace lacit::codecs
