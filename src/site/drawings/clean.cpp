// The order of cleaning: well-formed, read, judged, tidied, printed.
#include "drawings/clean.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <pugixml.hpp>
#include <sstream>

#include "base/utf8.h"
#include "content/drawing_size.h"
#include "content/media.h"
#include "drawings/fault.h"
#include "drawings/judge.h"
#include "drawings/print.h"
#include "drawings/references.h"
#include "drawings/style.h"
#include "drawings/unseen.h"
#include "drawings/xml_check.h"

namespace lacit::drawings {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The error with the place of that byte.
base::Error placed(base::Error error, std::string_view bytes, std::size_t offset) {
  if (bytes.starts_with(byte_order_mark)) {
    bytes.remove_prefix(byte_order_mark.size());
    offset -= std::min(offset, byte_order_mark.size());
  }
  const std::string_view before = bytes.substr(0, offset);
  error.line = 1 + static_cast<int>(std::ranges::count(before, '\n'));
  const std::size_t begin = before.rfind('\n') + 1;  // npos + 1 is 0.
  error.column = 1 + static_cast<int>(base::code_point_count(before.substr(begin)));
  return error;
}

std::optional<std::string> take(std::vector<Attribute>& attributes, std::string_view name) {
  const auto found = std::ranges::find_if(attributes, [name](const Attribute& each) { return each.name == name; });
  if (found == attributes.end()) return {};
  std::optional<std::string> value = std::move(found->value);
  attributes.erase(found);
  return value;
}

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return text;
}

/// A style's width and height are for the page that a drawing stands in; browsers measure a picture by its attributes.
/// Gives the colour that the style lays under everything; empty: none.
std::string drop_styled_size(Element& root) {
  const auto style = take(root.attributes, "style");
  if (!style) return {};
  std::vector<Attribute> declarations = read_declarations(*style, root.offset);
  std::string ground = take(declarations, "background-color").value_or("");
  std::erase_if(declarations, [](const Attribute& each) { return each.name == "width" || each.name == "height"; });
  if (!declarations.empty()) root.attributes.push_back({"style", printed(declarations)});
  return ground;
}

/// As a part of the drawing: only browsers know a ground of its root, where programs that make pixels leave it clear.
void lay_ground(Element& root, const std::string& color, const content::DrawingSize& size) {
  constexpr std::array clear{"", "transparent", "none", "initial", "inherit", "unset", "revert"};
  if (std::ranges::find(clear, color) != clear.end()) return;
  const auto box = std::ranges::find_if(root.attributes, [](const Attribute& each) { return each.name == "viewBox"; });
  std::array<std::string, 4> sides{"0", "0", number(size.width), number(size.height)};
  if (box != root.attributes.end()) {
    std::string numbers = box->value;
    std::ranges::replace(numbers, ',', ' ');
    std::istringstream(numbers) >> sides[0] >> sides[1] >> sides[2] >> sides[3];
  }
  root.children.insert(
      root.children.begin(),
      Element{.name = "rect",
              .attributes = {
                  {"x", sides[0]}, {"y", sides[1]}, {"width", sides[2]}, {"height", sides[3]}, {"fill", color}}});
}

/// Settles how large the root is, in pixels, whatever units said so.
content::DrawingSize settle_size(Element& root) {
  content::DrawingFrame frame{.width = take(root.attributes, "width"), .height = take(root.attributes, "height")};
  const auto box = std::ranges::find_if(root.attributes, [](const Attribute& each) { return each.name == "viewBox"; });
  if (box != root.attributes.end()) frame.view_box = box->value;
  const auto size = content::drawing_size(frame);
  if (!size) throw Fault(root.offset, size.error());
  const auto pixels = size.value().pixels();
  if (auto large = content::too_many_pixels(pixels.width, pixels.height)) throw Fault(root.offset, std::move(*large));
  // What is less is rounded to nothing by whoever paints it.
  constexpr double smallest_side = 0.5;
  const bool tiny = std::min(size.value().width, size.value().height) < smallest_side;
  if (tiny || frame.width || frame.height || !frame.view_box) {
    root.attributes.push_back({"width", number(tiny ? pixels.width : size.value().width)});
    root.attributes.push_back({"height", number(tiny ? pixels.height : size.value().height)});
  }
  return size.value();
}

Drawing clean(std::string_view bytes, const Redraw& redraw) {
  const Entities entities = check_xml(bytes);
  const std::size_t begin = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  pugi::xml_document document;
  constexpr unsigned options =
      pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_wconv_attribute | pugi::parse_ws_pcdata;
  const pugi::xml_parse_result read =
      document.load_buffer(bytes.data() + begin, bytes.size() - begin, options, pugi::encoding_utf8);
  if (!read) {
    throw Fault(begin + static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, read.offset)),
                std::string("the XML is broken (") + read.description() + ")", "export the file anew");
  }
  Element root = judge(document.document_element(), entities, redraw, begin);
  const std::string ground = drop_styled_size(root);
  const content::DrawingSize size = settle_size(root);
  lay_ground(root, ground, size);
  const content::PixelSize pixels = size.pixels();
  remove_unseen(root);
  rename_references(root);
  check_repetition(root, view_of(root, size.width, size.height));
  return {.bytes = print(root), .width = pixels.width, .height = pixels.height};
}

}  // namespace

base::Result<std::string> no_bitmaps(std::string_view) {
  return base::Error{"this drawing may hold none", "export it without, or trace the picture"};
}

base::Result<Drawing> cleaned(std::string_view bytes, const Redraw& redraw) try {
  if (auto large = content::too_many_bytes(content::PictureKind::svg, bytes.size())) return std::move(*large);
  return clean(bytes, redraw);
} catch (const Fault& fault) {
  return placed(fault.error(), bytes, fault.offset());
}

}  // namespace lacit::drawings
