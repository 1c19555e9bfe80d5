// Descriptions of colours that are no ICC profile (PNG's chunks, HEIF's code points) as ICC profiles, so that one way
// leads from any file's colours to the web's.
#pragma once

#include <array>
#include <optional>
#include <string>

namespace lacit::codecs {

/// CIE 1931 x and y.
struct Chromaticity {
  double x = 0;
  double y = 0;
};

struct Primaries {
  Chromaticity white;
  std::array<Chromaticity, 3> colours;  ///< Red, green, blue.
};

/// Of sRGB, and of whoever does not say.
inline constexpr Primaries srgb_primaries{
    .white = {.x = 0.3127, .y = 0.3290},
    .colours = {{{.x = 0.64, .y = 0.33}, {.x = 0.30, .y = 0.60}, {.x = 0.15, .y = 0.06}}}};

/// Code points for colours (ITU-T H.273, 8.1 and 8.2), as in PNG's cICP chunk, HEIF's nclx box and video streams.
struct CodePoints {
  int primaries = 2;
  int transfer = 2;
};

/// An ICC profile of RGB whose light is the code value to the power of `gamma`. Nothing where no colours can be mixed
/// of the primaries.
[[nodiscard]] std::optional<std::string> gamma_profile(const Primaries& primaries, double gamma);
/// The same with sRGB's own curve.
[[nodiscard]] std::optional<std::string> srgb_curve_profile(const Primaries& primaries);

/// Nothing where they say sRGB, or what this does not know: then it is shown as sRGB.
[[nodiscard]] std::optional<std::string> profile_of(const CodePoints& points);

}  // namespace lacit::codecs
