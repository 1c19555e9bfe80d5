// SVG pictures as far as content knows them: whether a file is one, and its size. Whether it is harmless, and what is
// published of it, is said by those who parse all of it (drawings/clean.h).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "content/drawing_size.h"

namespace lacit::content {

inline constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";

/// Whether the first element is called `svg`, with any prefix, in any namespace.
[[nodiscard]] bool is_svg(std::string_view bytes);

/// By the root's attributes alone.
[[nodiscard]] base::Result<PixelSize> measure_svg(std::string_view bytes);

/// What the error is where the root is in another namespace than SVG's: browsers show no picture then.
[[nodiscard]] base::Error not_in_namespace();

/// A piece of a file as a message quotes it: short, and in one line.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace lacit::content
