#include "drawings/work.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "drawings/fault.h"
#include "drawings/limits.h"
#include "drawings/numbers.h"
#include "drawings/outline.h"

namespace lacit::drawings {
namespace {

/// Drawings without many pixels of their own are shown as wide as the page; beyond that, the screen is the limit.
constexpr double least_pixels = 500'000;
constexpr double most_pixels = 4'000'000;

double largest_in(std::string_view value) {
  double largest = 0;
  for (const double each : numbers_in(value)) largest = std::max(largest, std::abs(each));
  return largest;
}

/// A primitive's setting, which is refused beyond `most`.
double bounded(const Element& element, std::string_view name, double most) {
  const double value = largest_in(said(element, name));
  if (value <= most) return value;
  throw Fault(element.offset,
              "the " + std::string(name) + " of <" + element.name + "> is more than " +
                  std::to_string(static_cast<int>(most)) + ", which browsers compute for minutes",
              "make it smaller");
}

/// How often each pixel is computed.
double passes(const Element& element) {
  const std::string_view name = element.name;
  constexpr double noise = 10;
  if (name == "feTurbulence") return noise * std::max(1.0, bounded(element, "numOctaves", most_octaves));
  if (name == "feGaussianBlur" || name == "feDropShadow") {
    bounded(element, "stdDeviation", most_blur);
    return 3;
  }
  if (name == "feConvolveMatrix") {
    const double order = std::max(3.0, bounded(element, "order", most_order));
    return order * order;
  }
  if (name == "feDiffuseLighting" || name == "feSpecularLighting") return noise;
  if (numbers_in(said(element, "tableValues")).size() > most_table) {
    throw Fault(element.offset, "<" + element.name + "> has more than " + std::to_string(most_table) + " tableValues",
                "make them fewer");
  }
  const bool only_tells = name.starts_with("feFunc") || name == "feMergeNode" || name.ends_with("Light");
  return name.starts_with("fe") && !only_tells ? 1 : 0;
}

/// Of `filter: blur(…)` and its like.
double filtered(const Element& element, const View& view) {
  const std::string_view value = said(element, "filter");
  if (value.find('(') == std::string_view::npos) return 0;
  if (value.find("url(") == std::string_view::npos && largest_in(value) > most_blur) {
    throw Fault(element.offset, "the filter blurs by more than " + std::to_string(most_blur), "make it smaller");
  }
  return 3 * view.pixels * static_cast<double>(std::ranges::count(value, '('));
}

/// A side of a filter's region, in sides of the drawing or of what is filtered.
double side(const Element& filter, std::string_view name, bool of_drawing, double drawing) {
  const std::string_view value = said(filter, name);
  constexpr double usual = 1.2;  // Filter Effects 1, 9.1: 120%.
  if (value.empty()) return usual;
  const double number = largest_in(value);
  if (value.find('%') != std::string_view::npos) return number / 100;
  return of_drawing ? number / drawing : number;
}

double region(const Element& filter, const View& view) {
  const bool of_drawing = said(filter, "filterUnits") == "userSpaceOnUse";
  const double area = side(filter, "width", of_drawing, view.width) * side(filter, "height", of_drawing, view.height);
  if (area > (of_drawing ? largest_region : largest_region_of_part)) {
    throw Fault(filter.offset, "the filter's region is far larger than what it filters",
                "make its width and height smaller");
  }
  constexpr double seen = 16;  // Browsers leave out most of what is not shown.
  return std::min(area, seen);
}

double magnification(std::string_view transform) {
  double product = 1;
  for (const std::string_view function : {"scale", "matrix"}) {
    for (std::size_t at = transform.find(function); at != std::string_view::npos;
         at = transform.find(function, at + 1)) {
      const std::size_t begin = transform.find('(', at);
      if (begin == std::string_view::npos) break;
      const std::vector<double> numbers = numbers_in(transform.substr(begin, transform.find(')', begin) - begin));
      double largest = 0;
      for (std::size_t i = 0; i < std::min<std::size_t>(numbers.size(), 4); ++i)
        largest = std::max(largest, std::abs(numbers[i]));
      product *= std::max(1.0, largest);
    }
  }
  return product;
}

}  // namespace

Work& Work::operator+=(const Work& other) {
  parts += other.parts;
  points += other.points;
  length += other.length;
  dashes += other.dashes;
  pixels += other.pixels;
  reach += other.reach;
  return *this;
}

View view_of(const Element& root, double width, double height) {
  const std::vector<double> box = numbers_in(said(root, "viewBox"));
  View view{.width = width, .height = height, .pixels = std::clamp(width * height, least_pixels, most_pixels)};
  if (box.size() == 4) {
    view.width = box[2];
    view.height = box[3];
  }
  view.magnified = std::sqrt(view.pixels / (view.width * view.height));
  return view;
}

Work own_work(const Element& element, const View& view) {
  const Outline outline = outline_of(element);
  Work work{.parts = 1, .points = outline.points, .length = outline.length};
  work.pixels = passes(element) * view.pixels + filtered(element, view);
  if (element.name == "feMorphology") {
    work.reach = 4 * bounded(element, "radius", most_radius) * view.magnified * view.pixels;
  }
  return work;
}

void apply(const Element& element, const View& view, double dash, Work& inside) {
  if (element.name == "filter") {
    const double area = region(element, view);
    inside.pixels *= area;
    inside.reach *= area;
  }
  if (const std::string_view own = said(element, "stroke-dasharray"); !own.empty()) dash = dash_length(own);
  if (dash > 0) {
    inside.dashes += inside.length / dash;
    inside.length = 0;
  }
  inside.reach *= magnification(said(element, "transform"));
}

double dash_length(std::string_view value) {
  double sum = 0;
  for (const double each : numbers_in(value)) sum += std::abs(each);
  return sum;
}

void check(const Work& work, const Element& element) {
  const auto refuse = [&element](const char* what, const char* mend) { throw Fault(element.offset, what, mend); };
  if (work.parts > most_drawn) refuse("parts that repeat parts make more than 500,000 in all", "simplify the drawing");
  if (work.points > most_points) refuse("its lines have more than 100,000 points in all", "simplify the paths");
  if (work.dashes > most_dashes) refuse("its lines have more than 200,000 dashes in all", "make the dashes longer");
  if (work.pixels + work.reach > most_filtered) {
    refuse("its filters take browsers longer than a moment", "use fewer or smaller ones, or export it as a PNG");
  }
}

}  // namespace lacit::drawings
