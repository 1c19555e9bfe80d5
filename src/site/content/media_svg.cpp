// Just enough of XML to find the root element and its attributes.
#include "content/media_svg.h"

#include <algorithm>
#include <map>
#include <optional>

#include "content/problem.h"
#include "content/scan.h"

namespace lacit::content {
namespace {

constexpr std::string_view spaces = " \t\r\n";

/// Takes all up to and with `end`; false where that never comes.
bool skip_past(std::string_view& rest, std::string_view end) {
  const std::size_t at = rest.find(end);
  if (at == std::string_view::npos) return false;
  rest.remove_prefix(at + end.size());
  return true;
}

/// XML 1.0, production 28: up to the `>` that stands neither in quotes nor in the brackets of the internal subset.
bool skip_doctype(std::string_view& rest) {
  bool in_subset = false;
  while (!rest.empty()) {
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c == '"' || c == '\'') {
      if (!skip_past(rest, {&c, 1})) return false;
    } else if (c == '[' || c == ']') {
      in_subset = c == '[';
    } else if (c == '>' && !in_subset) {
      return true;
    }
  }
  return false;
}

/// From the root's name on; empty where none comes.
std::string_view after_prolog(std::string_view rest) {
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  while (true) {
    rest.remove_prefix(std::min(rest.find_first_not_of(spaces), rest.size()));
    bool more = false;
    if (rest.starts_with("<?")) {
      more = skip_past(rest, "?>");
    } else if (rest.starts_with("<!--")) {
      more = skip_past(rest, "-->");
    } else if (rest.starts_with("<!DOCTYPE")) {
      more = skip_doctype(rest);
    } else {
      return rest.starts_with('<') ? rest.substr(1) : "";
    }
    if (!more) return {};
  }
}

std::string_view name_in(std::string_view rest) { return rest.substr(0, rest.find_first_of(" \t\r\n/>='\"<")); }

/// The root's attributes; broken ones end the list.
std::map<std::string, std::string, std::less<>> attributes(std::string_view rest) {
  std::map<std::string, std::string, std::less<>> found;
  while (true) {
    rest.remove_prefix(std::min(rest.find_first_not_of(spaces), rest.size()));
    const std::string name(name_in(rest));
    Scan scan(rest.substr(name.size()));
    scan.some(spaces);
    if (name.empty() || !scan.literal("=")) return found;
    scan.some(spaces);
    const std::string_view value = scan.rest();
    if (!scan.one("\"'")) return found;
    const std::size_t end = value.find(value.front(), 1);
    if (end == std::string_view::npos) return found;
    found.emplace(name, value.substr(1, end - 1));
    rest = value.substr(end + 1);
  }
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string quote = excerpt(text);
  std::ranges::replace_if(
      quote, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return "«" + quote + "»";
}

base::Error not_in_namespace() {
  return {"browsers show this SVG as no picture, since its <svg> is not in SVG's namespace",
          "write xmlns=\"" + std::string(svg_namespace) + "\" into it"};
}

bool is_svg(std::string_view bytes) {
  const std::string_view name = name_in(after_prolog(bytes));
  return name == "svg" || (name.ends_with(":svg") && name.size() > 4);
}

base::Result<PixelSize> measure_svg(std::string_view bytes) {
  const std::string_view root = after_prolog(bytes);
  const std::string_view name = name_in(root);
  const auto given = attributes(root.substr(name.size()));
  const auto value = [&given](std::string_view key) {
    const auto found = given.find(key);
    return found == given.end() ? std::nullopt : std::optional(found->second);
  };
  const std::string declaration = name == "svg" ? "xmlns" : "xmlns:" + std::string(name.substr(0, name.find(':')));
  const auto uri = value(declaration);
  const bool entity = uri && uri->starts_with('&');  // As old Illustrators write it; who cleans the file looks it up.
  if (!uri || (*uri != svg_namespace && !entity)) return not_in_namespace();
  const auto size = drawing_size({.width = value("width"), .height = value("height"), .view_box = value("viewBox")});
  if (!size) return size.error();
  return size.value().pixels();
}

}  // namespace lacit::content
