// A picture's size from its first bytes, without decoding it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "intake/file_types.h"

namespace lacit::intake {

struct PictureSize {
  std::uint32_t width = 0;  ///< Pixels.
  std::uint32_t height = 0;
};

/// None where the bytes are no such picture.
[[nodiscard]] std::optional<PictureSize> picture_size(FileType type, std::string_view bytes);

}  // namespace lacit::intake
