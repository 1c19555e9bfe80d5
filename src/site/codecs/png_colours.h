// What a PNG says of its colours beside a profile (PNG, third edition, 11.3.2 and 12.1).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lacit::codecs {

/// What its own words come to: cICP wins over a profile in the file (which the decoder hands on), that over sRGB, and
/// that over gAMA and cHRM.
struct PngColours {
  bool overrides_profile = false;
  std::optional<std::string> profile;  ///< Nothing: sRGB.
};

[[nodiscard]] PngColours png_colours(std::string_view bytes);

/// A file that has a profile and says sRGB too, without the second: libpng heeds whichever comes first. Nothing where
/// it is neither or one of both.
[[nodiscard]] std::optional<std::string> without_needless_srgb(std::string_view bytes);

}  // namespace lacit::codecs
