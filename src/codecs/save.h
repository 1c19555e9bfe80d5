// Plain pixels to the files that are published.
#pragma once

#include <array>
#include <filesystem>
#include <string_view>

#include "codecs/image.h"

namespace lacit::codecs {

/// How a picture is encoded, by what it shows: photos bear coarse colours, and drawings show every wrong one.
enum class Look { photo, drawing };

/// A drawing has areas of one colour: half of its pixels are as their neighbours.
[[nodiscard]] Look look_of(VipsImage* image);

/// As AVIF, WebP or JPEG by `format`. `paper`: what transparent pixels become in JPEG. Throws Problem.
void save(VipsImage* image, Look look, std::string_view format, const std::filesystem::path& file,
          const std::array<double, 3>& paper);

}  // namespace lacit::codecs
