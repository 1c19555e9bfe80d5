// Any decoded picture to plain pixels: upright, sRGB, 8 bits, three channels or four, and nothing else about it.
#pragma once

#include "codecs/image.h"

namespace lacit::codecs {

struct Size {
  int width = 0;
  int height = 0;
};

/// Upright, as it is to be shown.
[[nodiscard]] Size upright_size(VipsImage* image);

/// To that size (upright) and into memory. No profile, no EXIF, no other metadata is left. Throws Problem.
[[nodiscard]] Image upright(VipsImage* image, Size size);

/// To that size; transparent pixels lend no colour to their neighbours. Throws Problem.
[[nodiscard]] Image resized(VipsImage* image, Size size);

}  // namespace lacit::codecs
