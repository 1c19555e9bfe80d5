// One list, for the loader, for the schema's enumeration and for the table of drawings.
#include "content/icons.h"

#include <array>

namespace lacit::content {

std::span<const std::string_view> icon_names() {
  static constexpr std::array<std::string_view, 19> names = {
      "shield",   "scale", "people", "chart", "cycle", "award", "institution", "phone", "message", "globe",
      "calendar", "book",  "heart",  "hand",  "clock", "map",   "star",        "check", "info"};
  return names;
}

}  // namespace lacit::content
