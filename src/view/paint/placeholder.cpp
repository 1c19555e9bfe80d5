#include "paint/placeholder.h"

namespace lacit::paint {
namespace {

constexpr std::size_t length = std::size_t{placeholder_columns} * placeholder_rows * 4;  // Of the text: 3 bytes in 4.

// RFC 4648, section 4; -1 for what is no letter of it.
int value_of(char letter) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::size_t at = letters.find(letter);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

}  // namespace

std::optional<PlaceholderPixels> placeholder_pixels(std::string_view base64) {
  if (base64.size() != length) return std::nullopt;
  PlaceholderPixels pixels{};
  for (std::size_t i = 0; i < length; i += 4) {  // Four letters are one colour.
    std::uint32_t color = 0;
    for (const char letter : base64.substr(i, 4)) {
      const int value = value_of(letter);
      if (value < 0) return std::nullopt;
      color = color << 6U | static_cast<std::uint32_t>(value);
    }
    pixels[i] = static_cast<std::uint8_t>(color >> 16U);
    pixels[i + 1] = static_cast<std::uint8_t>(color >> 8U);
    pixels[i + 2] = static_cast<std::uint8_t>(color);
    pixels[i + 3] = 0xFF;
  }
  return pixels;
}

}  // namespace lacit::paint
