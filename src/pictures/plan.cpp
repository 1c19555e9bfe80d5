#include "pictures/plan.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/hash.h"

namespace lacit::pictures {

// Four thirds to three halves apart: a browser loads at most that much too much.
std::vector<int> widths_of(content::PictureKind kind, int own_width) {
  constexpr std::array steps{320, 480, 640, 960, 1280, 1920, 2560};
  if (kind == content::PictureKind::svg) return {320, 480, 640, 960, 1280, 1440};
  std::vector<int> widths;
  for (const int step : steps) {
    if (step <= own_width) widths.push_back(step);
  }
  if (own_width < steps.back() && (widths.empty() || widths.back() < own_width)) widths.push_back(own_width);
  return widths;
}

int height_at(int width, int own_width, int own_height) {
  return std::max(1, static_cast<int>(std::lround(1.0 * width * own_height / own_width)));
}

std::string stem_of(std::string_view file) {
  std::string stem;
  for (const char c : file.substr(0, file.rfind('.'))) {
    const bool capital = c >= 'A' && c <= 'Z';
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    stem += capital ? static_cast<char>(c + ('a' - 'A')) : kept ? c : '-';
  }
  return stem;
}

std::string edition(std::string_view content, std::string_view paper) {
  return base::short_hash(std::string(pipeline_version).append(" ").append(content).append(" ").append(paper));
}

}  // namespace lacit::pictures
