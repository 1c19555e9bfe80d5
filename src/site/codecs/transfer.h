// From code values to light (ITU-T H.273, table 3).
#pragma once

#include <memory>
#include <vector>

#include <lcms2.h>

namespace lacit::codecs {

struct FreeCurve {
  void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};
using Curve = std::unique_ptr<cmsToneCurve, FreeCurve>;

[[nodiscard]] Curve power_curve(double gamma);
[[nodiscard]] Curve srgb_curve();
/// Of a code point; empty where it has no curve here.
[[nodiscard]] Curve curve_of(int transfer);

}  // namespace lacit::codecs
