// Plain pixels to the files that are published.
#pragma once

#include <array>
#include <filesystem>
#include <string_view>

#include "codecs/image.h"

namespace lacit::codecs {

/// How a picture is encoded, by what it shows. Photos bear coarse colours; drawings, which have areas of one colour,
/// show them. In plain ones every colour is kept within 2 of 255, which takes few bytes there
/// (tests/pictures/colour.test.mjs); in rich ones that would take many, and nobody sees the difference.
enum class Look { photo, rich_drawing, plain_drawing };

/// Of a picture in memory. Throws Problem.
[[nodiscard]] Look look_of(VipsImage* image);

/// As AVIF, WebP or JPEG by `format`. `paper`: what transparent pixels become in JPEG. Throws Problem.
void save(VipsImage* image, Look look, std::string_view format, const std::filesystem::path& file,
          const std::array<double, 3>& paper);

}  // namespace lacit::codecs
