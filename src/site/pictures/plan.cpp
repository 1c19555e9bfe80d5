#include "pictures/plan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

#include "base/hash.h"

namespace lacit::pictures {

namespace {

constexpr std::array bitmap_steps{320, 480, 640, 960, 1280, 1920, 2560};
constexpr std::array vector_steps{320, 480, 640, 960, 1280, 1440};

/// The last width whose height fits.
int widest(int width, int height) {
  const std::int64_t fitting = std::int64_t{longest_side} * width / std::max(1, height);
  return static_cast<int>(std::clamp<std::int64_t>(fitting, 1, std::numeric_limits<int>::max()));
}

}  // namespace

// Four thirds to three halves apart: a browser loads at most that much too much.
std::vector<int> widths_of(content::PictureKind kind, int own_width, int own_height) {
  const bool vector = kind == content::PictureKind::svg;
  const std::span<const int> steps = vector ? std::span<const int>(vector_steps) : bitmap_steps;
  const int last = std::min({vector ? steps.back() : own_width, steps.back(), widest(own_width, own_height)});
  std::vector<int> widths;
  for (const int step : steps) {
    if (step <= last) widths.push_back(step);
  }
  if (widths.empty() || widths.back() < last) widths.push_back(last);
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

std::string cleaned_name(std::string_view content) {
  return std::string("drawing-").append(drawings_version).append("-").append(content).append(".svg");
}

}  // namespace lacit::pictures
