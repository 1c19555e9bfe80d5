// The palettes: every token once, and text that can be read on its ground.
#include <array>
#include <cstdio>

#include "content/color.h"
#include "content/read.h"

namespace lacit::content {
namespace {

std::string ratio(double contrast) {
  std::array<char, 16> text{};
  // Rounded down, so that 4.496 does not read as the 4.5 that it fails to reach.
  std::snprintf(text.data(), text.size(), "%.2f", static_cast<int>(contrast * 100) / 100.0);
  return text.data();
}

void check_contrast(Reader& reader, const ThemeColors& palette) {
  for (const ColorPair& pair : text_pairs()) {
    const std::string& text = palette.at(std::string(pair.text));
    const std::string& ground = palette.at(std::string(pair.ground));
    if (format_of::color.advice(text) || format_of::color.advice(ground)) continue;
    const double found = contrast(text, ground);
    if (found >= least_contrast) continue;
    reader.report(pair.text,
                  "the contrast of " + std::string(pair.text) + " on " + std::string(pair.ground) + " is " +
                      ratio(found) + ":1; WCAG AA needs 4.5:1",
                  "make one of the two lighter or darker");
  }
}

void read_palette(Reader& reader, ThemeColors& palette) {
  for (const std::string_view token : color_tokens()) {
    reader.text(token, palette[std::string(token)], {.most = 7, .format = &format_of::color});
  }
  if (reader.context() != nullptr) check_contrast(reader, palette);
}

}  // namespace

void read_theme(Reader& reader, Theme& theme) {
  reader.object("light", theme.light, read_palette);
  reader.object("dark", theme.dark, read_palette);
}

}  // namespace lacit::content
