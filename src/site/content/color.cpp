// Relative luminance and contrast ratio, WCAG 2.2 definitions.
#include "content/color.h"

#include <array>
#include <cmath>
#include <utility>

namespace lacit::content {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c - 'A' + 10;
}

/// One of the channels as light, 0 to 1.
double channel(std::string_view color, std::size_t index) {
  const double value = (hex_digit(color[1 + 2 * index]) * 16 + hex_digit(color[2 + 2 * index])) / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view color) {
  return 0.2126 * channel(color, 0) + 0.7152 * channel(color, 1) + 0.0722 * channel(color, 2);
}

}  // namespace

double contrast(std::string_view a, std::string_view b) {
  double lighter = luminance(a);
  double darker = luminance(b);
  if (lighter < darker) std::swap(lighter, darker);
  return (lighter + 0.05) / (darker + 0.05);
}

std::span<const std::string_view> color_tokens() {
  static constexpr std::array<std::string_view, 13> tokens = {"paper", "surface", "tint",      "ink",    "muted",
                                                              "line",  "brand",   "on_brand",  "accent", "accent_soft",
                                                              "deep",  "on_deep", "deep_muted"};
  return tokens;
}

std::span<const ColorPair> text_pairs() {
  static constexpr std::array<ColorPair, 15> pairs = {{{"ink", "paper"},
                                                       {"ink", "surface"},
                                                       {"ink", "tint"},
                                                       {"ink", "accent_soft"},
                                                       {"muted", "paper"},
                                                       {"muted", "surface"},
                                                       {"muted", "tint"},
                                                       {"brand", "paper"},
                                                       {"brand", "surface"},
                                                       {"brand", "tint"},
                                                       {"brand", "accent_soft"},
                                                       {"on_brand", "brand"},
                                                       {"on_deep", "deep"},
                                                       {"deep_muted", "deep"},
                                                       {"accent", "deep"}}};
  return pairs;
}

}  // namespace lacit::content
