// What a picture's HEVC stream says of itself (ITU-T H.265, 7.3).
#pragma once

#include <string_view>

#include "codecs/coded_size.h"

namespace lacit::codecs {

/// Of all sequence parameter sets in an `hvcC` box (ISO/IEC 14496-15, 8.3.3.1).
[[nodiscard]] CodedSize hevc_box_size(std::string_view box);

/// Of those among an item's units, each of which has its length before it, as long as its `hvcC` box says.
[[nodiscard]] CodedSize hevc_size(std::string_view units, std::string_view box);

}  // namespace lacit::codecs
