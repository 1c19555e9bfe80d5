// Files to libvips' pictures, with only the loaders that the site takes.
#pragma once

#include <string_view>

#include "codecs/image.h"
#include "content/media.h"

namespace lacit::codecs {

/// Starts libvips for one file at a time: one thread, nothing kept, no loader but those needed. Throws
/// std::runtime_error where it does not start.
void open_library(const char* program);

/// Pixels come as they are read, from top to bottom; `bytes` must outlive the picture. Refuses by the header what has
/// too many pixels. `shrink` (1, 2, 4 or 8) lets JPEG be decoded that much smaller. Throws Problem.
[[nodiscard]] Image load_bitmap(content::PictureKind kind, std::string_view bytes, int shrink = 1);

/// Drawn from the vectors at that size, distorted only as far as rounding needs. Throws Problem.
[[nodiscard]] Image load_svg(std::string_view bytes, int width, int height);

}  // namespace lacit::codecs
