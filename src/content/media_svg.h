// SVG pictures: their size, and whether they are more than a picture.
#pragma once

#include <optional>
#include <string_view>

#include "content/media_size.h"

namespace lacit::content {

[[nodiscard]] bool is_svg(std::string_view bytes);

/// Width and height of the viewBox, else of the attributes, rounded to pixels.
[[nodiscard]] std::optional<PixelSize> measure_svg(std::string_view bytes);

/// What makes the file a program: `<script`, `<foreignObject`, an entity, a javascript: link, an event handler.
/// Opened by itself, an SVG is a document of our origin. Empty: none of them.
[[nodiscard]] std::string_view active_content(std::string_view bytes);

}  // namespace lacit::content
