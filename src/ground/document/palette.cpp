#include "document/palette.h"

namespace lacit::document {

Palette with_more_contrast(Palette palette) {
  const auto at = [&palette](Color color) -> std::uint32_t& { return palette[static_cast<std::size_t>(color)]; };
  at(Color::line) = at(Color::muted);
  at(Color::muted) = at(Color::ink);
  at(Color::deep_line) = at(Color::deep_muted);
  at(Color::deep_muted) = at(Color::on_deep);
  return palette;
}

}  // namespace lacit::document
