// HEIC and AVIF to libvips' pictures, with libheif itself: libvips 8.14 leaves out what its colours are unless a
// profile says so, that they may be multiplied by alpha, and an alpha that is not turned as its picture is.
#pragma once

#include <string_view>

#include "codecs/image.h"

namespace lacit::codecs {

/// Decoded, upright, with a profile where its colours are not sRGB's. Throws Problem.
[[nodiscard]] Image load_heif(std::string_view bytes);

}  // namespace lacit::codecs
