// Line breaking: runs of inline text into fragments on lines, as the browser's own greedy breaking does.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "document/node.h"
#include "layout/layout.h"
#include "layout/measurer.h"

namespace lacit::layout {

struct TextLines {
  std::vector<Fragment> fragments;  ///< x and top relative to the text's own top left corner.
  float width = 0;                  ///< Of the widest line.
  std::size_t lines = 0;
};

struct TextRequest {
  std::span<const document::Run> runs;
  const document::TypeStyle& type;
  float size = 0;       ///< CSS font size.
  float available = 0;  ///< Width of a line, CSS pixels.
  document::Align align = document::Align::start;
  bool nowrap = false;
};

[[nodiscard]] TextLines break_lines(const TextRequest& request, const Measurer& measurer);

/// Width of a text on one line, in em.
[[nodiscard]] float measure(std::string_view text, bool bold, const Measurer& measurer);

}  // namespace lacit::layout
