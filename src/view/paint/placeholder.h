// What is shown of a picture until it has come: see content::Picture::placeholder.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lacit::paint {

inline constexpr int placeholder_columns = 4;
inline constexpr int placeholder_rows = 3;
/// RGBA, row by row from the top left; opaque.
using PlaceholderPixels = std::array<std::uint8_t, std::size_t{placeholder_columns} * placeholder_rows * 4>;

/// Nothing where the text is no placeholder.
[[nodiscard]] std::optional<PlaceholderPixels> placeholder_pixels(std::string_view base64);

}  // namespace lacit::paint
