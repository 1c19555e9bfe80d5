// Whether a JPEG is whole. libjpeg warns of odd headers and of missing pixels alike, and libvips can only refuse both
// or neither; browsers show the first.
#pragma once

#include <string_view>

namespace lacit::codecs {

/// Decodes all of it. Throws Problem where pixels are missing or torn; what is odd but complete passes.
void check_jpeg(std::string_view bytes);

}  // namespace lacit::codecs
