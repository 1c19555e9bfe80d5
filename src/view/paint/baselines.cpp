#include "paint/baselines.h"

#include <algorithm>

#include "document/style.h"

namespace lacit::paint {
namespace {

auto same(float size, float line_height) {
  return [=](const Baseline& line) { return line.size == size && line.line_height == line_height; };
}

}  // namespace

Baselines::Baselines() {
  all_.push_back({disc_figure, disc_size, 0});
  for (std::size_t i = 0; i < document::type_count; ++i) {
    const document::TypeStyle& type = document::type_style(static_cast<document::Type>(i));
    for (const auto width : {document::Width::compact, document::Width::medium, document::Width::wide}) {
      const float size = type.size[width];
      const float height = document::line_height(type, size);
      if (std::ranges::none_of(all_, same(size, height))) all_.push_back({size, height, 0});
    }
  }
}

float Baselines::offset(float size, float line_height, const layout::Measurer& measurer) const {
  const auto found = std::ranges::find_if(all_, same(size, line_height));
  if (found != all_.end() && found->offset > 0) return found->offset;
  return (line_height + (measurer.ascent() - measurer.descent()) * size) / 2;
}

}  // namespace lacit::paint
