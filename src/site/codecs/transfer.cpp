#include "codecs/transfer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace lacit::codecs {
namespace {

// Light of high dynamic range, in candelas per square metre (ITU-R BT.2100, BT.2408): paper white, and the brightest
// that pictures are mastered for.
constexpr double paper_white = 203;
constexpr double brightest = 1000;

/// Light where 1 is paper white, to a screen where 1 is all there is: shadows and skin keep their steps, highlights up
/// to the brightest are drawn together instead of being cut off (E. Reinhard et al., «Photographic Tone Reproduction
/// for Digital Images», 2002, equation 4). On each channel alone, so that a highlight pales as film does.
double tone_mapped(double light) {
  constexpr double most = brightest / paper_white;
  return std::min(1.0, light * (1 + light / (most * most)) / (1 + light));
}

/// ITU-R BT.2100, table 4.
double pq_light(double code) {
  constexpr double m1 = 2610.0 / 16384;
  constexpr double m2 = 2523.0 / 4096 * 128;
  constexpr double c1 = 3424.0 / 4096;
  constexpr double c2 = 2413.0 / 4096 * 32;
  constexpr double c3 = 2392.0 / 4096 * 32;
  const double power = std::pow(code, 1 / m2);
  return 10'000 * std::pow(std::max(0.0, power - c1) / (c2 - c3 * power), 1 / m1);
}

/// ITU-R BT.2100, table 5, on a screen of 1000 cd/m², whose system gamma is 1.2.
double hlg_light(double code) {
  constexpr double a = 0.17883277;
  constexpr double b = 1 - 4 * a;
  const double c = 0.5 - a * std::log(4 * a);
  const double scene = code <= 0.5 ? code * code / 3 : (std::exp((code - c) / a) + b) / 12;
  return brightest * std::pow(scene, 1.2);
}

Curve screen_curve(double (*light)(double)) {
  constexpr int steps = 4096;
  std::vector<std::uint16_t> table(steps);
  for (int i = 0; i < steps; ++i) {
    const double shown = tone_mapped(light(static_cast<double>(i) / (steps - 1)) / paper_white);
    table[static_cast<std::size_t>(i)] = static_cast<std::uint16_t>(std::lround(shown * 65535));
  }
  return Curve(cmsBuildTabulatedToneCurve16(nullptr, steps, table.data()));
}

/// Y = (aX + b)^g from d on, cX below (ICC.1:2022, 10.18, type 3).
Curve broken_power(double g, double a, double b, double c, double d) {
  const std::array<double, 5> parameters{g, a, b, c, d};
  return Curve(cmsBuildParametricToneCurve(nullptr, 4, parameters.data()));
}

}  // namespace

Curve power_curve(double gamma) { return Curve(cmsBuildGamma(nullptr, gamma)); }

Curve srgb_curve() { return broken_power(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045); }

Curve curve_of(int transfer) {
  switch (transfer) {
    case 4: return power_curve(2.2);
    case 5: return power_curve(2.8);
    case 7: return broken_power(1 / 0.45, 1 / 1.1115, 0.1115 / 1.1115, 1 / 4.0, 0.0912);
    case 8: return power_curve(1);
    case 16: return screen_curve(pq_light);
    case 17: return power_curve(2.6);
    case 18: return screen_curve(hlg_light);
    // A camera's curve (1, 6, 11, 12, 14, 15) was never meant to be undone by its inverse: browsers show what has it as
    // sRGB, as video is shown.
    default: return srgb_curve();
  }
}

}  // namespace lacit::codecs
