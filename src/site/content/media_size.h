// A bitmap's size as editors are told of it; base/picture_size.h reads it.
#pragma once

#include <optional>
#include <string_view>

#include "content/media.h"

namespace lacit::content {

struct PixelSize {
  int width = 0;
  int height = 0;
};

/// Nothing where the bytes end before it or say nonsense.
[[nodiscard]] std::optional<PixelSize> measure_bitmap(PictureKind kind, std::string_view bytes);

}  // namespace lacit::content
