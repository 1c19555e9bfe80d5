// Any picture's colours to the web's.
#pragma once

#include "codecs/image.h"

namespace lacit::codecs {

/// sRGB of 8 bits in three channels, or four with alpha, by the picture's profile; as they are where it has none or one
/// that is not for pixels of its kind. Lines come as they are asked for. Throws Problem.
[[nodiscard]] Image to_srgb(VipsImage* image);

}  // namespace lacit::codecs
