#include "codecs/colour_profile.h"

#include <lcms2.h>

#include "codecs/transfer.h"

namespace lacit::codecs {
namespace {

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};

constexpr Chromaticity d65{.x = 0.3127, .y = 0.3290};
constexpr Chromaticity illuminant_c{.x = 0.310, .y = 0.316};

Primaries primaries_of(int code) {
  switch (code) {
    case 4: return {illuminant_c, {{{0.67, 0.33}, {0.21, 0.71}, {0.14, 0.08}}}};
    case 5: return {d65, {{{0.64, 0.33}, {0.29, 0.60}, {0.15, 0.06}}}};
    case 6:
    case 7: return {d65, {{{0.630, 0.340}, {0.310, 0.595}, {0.155, 0.070}}}};
    case 8: return {illuminant_c, {{{0.681, 0.319}, {0.243, 0.692}, {0.145, 0.049}}}};
    case 9: return {d65, {{{0.708, 0.292}, {0.170, 0.797}, {0.131, 0.046}}}};
    case 10: return {{1.0 / 3, 1.0 / 3}, {{{1, 0}, {0, 1}, {0, 0}}}};
    case 11: return {{0.314, 0.351}, {{{0.680, 0.320}, {0.265, 0.690}, {0.150, 0.060}}}};
    case 12: return {d65, {{{0.680, 0.320}, {0.265, 0.690}, {0.150, 0.060}}}};
    case 22: return {d65, {{{0.630, 0.340}, {0.295, 0.605}, {0.155, 0.077}}}};
    default: return srgb_primaries;
  }
}

cmsCIExyY full(const Chromaticity& point) { return {point.x, point.y, 1}; }

std::optional<std::string> profile(const Primaries& primaries, const Curve& curve) {
  const cmsCIExyY white = full(primaries.white);
  const auto& [red, green, blue] = primaries.colours;
  const cmsCIExyYTRIPLE colours{full(red), full(green), full(blue)};
  cmsToneCurve* const curves[] = {curve.get(), curve.get(), curve.get()};
  const std::unique_ptr<void, CloseProfile> made(cmsCreateRGBProfile(&white, &colours, curves));
  cmsUInt32Number size = 0;
  if (!made || cmsSaveProfileToMem(made.get(), nullptr, &size) == 0) return {};
  std::string bytes(size, '\0');
  if (cmsSaveProfileToMem(made.get(), bytes.data(), &size) == 0) return {};
  return bytes;
}

}  // namespace

std::optional<std::string> gamma_profile(const Primaries& primaries, double gamma) {
  return profile(primaries, power_curve(gamma));
}

std::optional<std::string> srgb_curve_profile(const Primaries& primaries) { return profile(primaries, srgb_curve()); }

std::optional<std::string> profile_of(const CodePoints& points) {
  const bool srgb = (points.primaries == 1 || points.primaries == 2) && (points.transfer == 13 || points.transfer == 2);
  if (srgb) return {};
  return profile(primaries_of(points.primaries), curve_of(points.transfer));
}

}  // namespace lacit::codecs
