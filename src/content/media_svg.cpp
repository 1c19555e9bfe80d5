// Just enough of XML to find the root element's attributes.
#include "content/media_svg.h"

#include <array>
#include <cmath>
#include <string>

#include "content/scan.h"
#include "content/text_rules.h"

namespace lacit::content {
namespace {

constexpr std::string_view spaces = " \t\r\n";

/// From `<svg` to its `>`, or empty.
std::string_view root_tag(std::string_view bytes) {
  for (std::size_t at = bytes.find("<svg"); at != std::string_view::npos; at = bytes.find("<svg", at + 1)) {
    const std::size_t end = bytes.find('>', at);
    if (end == std::string_view::npos) return {};
    if (at + 4 < end && spaces.find(bytes[at + 4]) == std::string_view::npos) continue;  // `<svg:…` or `<svgz`.
    return bytes.substr(at, end - at);
  }
  return {};
}

std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const bool whole = at > 0 && spaces.find(tag[at - 1]) != std::string_view::npos;
    std::string_view rest = tag.substr(at + name.size());
    if (!whole || rest.size() < 2 || rest[0] != '=' || (rest[1] != '"' && rest[1] != '\'')) continue;
    const char quote = rest[1];
    rest.remove_prefix(2);
    return rest.substr(0, rest.find(quote));
  }
  return {};
}

/// An unsigned decimal number at most 65535, without std::stod, which throws and knows locales.
std::optional<double> number(Scan& scan) {
  const std::string_view text = scan.rest();
  if (!scan.some(digits)) return {};
  if (scan.literal(".") && !scan.some(digits)) return {};
  double value = 0;
  double place = 0;
  for (const char c : text.substr(0, text.size() - scan.rest().size())) {
    if (c == '.') {
      place = 1;
      continue;
    }
    place /= 10;
    value = place > 0 ? value + (c - '0') * place : value * 10 + (c - '0');
  }
  return value <= 65535 ? std::optional(value) : std::nullopt;
}

std::optional<PixelSize> rounded(std::optional<double> width, std::optional<double> height) {
  if (!width || !height) return {};
  return PixelSize{static_cast<int>(std::lround(*width)), static_cast<int>(std::lround(*height))};
}

std::optional<PixelSize> from_view_box(std::string_view view_box) {
  Scan scan(view_box);
  std::array<std::optional<double>, 4> numbers;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    scan.some(" ,\t\r\n");
    if (i < 2) scan.literal("-");  // The origin may be negative, the size may not.
    numbers[i] = number(scan);
    if (!numbers[i]) return {};
  }
  return rounded(numbers[2], numbers[3]);
}

/// An attribute whose name begins with `on`, in any tag.
bool has_handler(std::string_view lower) {
  constexpr std::string_view small_letters = "abcdefghijklmnopqrstuvwxyz";
  bool in_tag = false;
  for (std::size_t at = 0; at < lower.size(); ++at) {
    if (lower[at] == '<') in_tag = true;
    if (lower[at] == '>') in_tag = false;
    if (!in_tag || spaces.find(lower[at]) == std::string_view::npos) continue;
    Scan scan(lower.substr(at + 1));
    if (!scan.literal("on") || !scan.some(small_letters)) continue;
    scan.some(spaces);
    if (scan.literal("=")) return true;
  }
  return false;
}

}  // namespace

bool is_svg(std::string_view bytes) { return !root_tag(bytes).empty(); }

std::optional<PixelSize> measure_svg(std::string_view bytes) {
  const std::string_view tag = root_tag(bytes);
  if (const std::string_view view_box = attribute(tag, "viewBox"); !view_box.empty()) return from_view_box(view_box);
  Scan width(attribute(tag, "width"));
  Scan height(attribute(tag, "height"));
  return rounded(number(width), number(height));
}

std::string_view active_content(std::string_view bytes) {
  const std::string lower = lower_case(bytes);
  for (const std::string_view unsafe : {"<script", "<foreignobject", "<!entity", "javascript:"}) {
    if (lower.find(unsafe) != std::string::npos) return unsafe;
  }
  return has_handler(lower) ? "an event handler" : "";
}

}  // namespace lacit::content
