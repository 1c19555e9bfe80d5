// Bitmaps within drawings.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::codecs {

/// A bitmap in base64 as pixels and nothing else: upright, sRGB, no metadata, as `data:image/…;base64,…`. A
/// drawings::Redraw.
[[nodiscard]] base::Result<std::string> redrawn(std::string_view base64);

}  // namespace lacit::codecs
