#include "document/icons.h"

#include <array>

namespace lacit::document {
namespace {

struct Icon {
  std::string_view name;
  std::string_view path;
};

// clang-format off
// In the order of their names. Drawn for this project. A curve that comes back to its start needs no Z: the round caps
// close it, and a stroke with the same point twice would get a false corner in paint.
constexpr std::array icons{
    Icon{"award",
         "M18 9C18 12.31 15.31 15 12 15C8.69 15 6 12.31 6 9C6 5.69 8.69 3 12 3C15.31 3 18 5.69 18 9M8.5 14L7 22L12 19L17 22L15.5 14"},
    Icon{"book",
         "M12 6C10 4.5 7 4 3 4L3 18C7 18 10 18.5 12 20C14 18.5 17 18 21 18L21 4C17 4 14 4.5 12 6M12 6L12 20"},
    Icon{"calendar",
         "M4 6L20 6L20 21L4 21ZM4 11L20 11M8 3L8 7M16 3L16 7"},
    Icon{"chart",
         "M4 20L20 20M6 20L6 13M12 20L12 5M18 20L18 10"},
    Icon{"check",
         "M5 13L10 18L19 7"},
    Icon{"chevron",
         "M6 9L12 15L18 9"},
    Icon{"clock",
         "M21 12C21 16.97 16.97 21 12 21C7.03 21 3 16.97 3 12C3 7.03 7.03 3 12 3C16.97 3 21 7.03 21 12M12 7L12 12L15.5 14"},
    Icon{"close",
         "M6 6L18 18M18 6L6 18"},
    Icon{"cycle",
         "M20 11C19.5 7 16 4 12 4C9 4 6.4 5.6 5 8M5 4L5 8L9 8M4 13C4.5 17 8 20 12 20C15 20 17.6 18.4 19 16M19 20L19 16L15 16"},
    Icon{"download",
         "M12 3L12 15M7 10L12 15L17 10M4 20L20 20"},
    Icon{"globe",
         "M21 12C21 16.97 16.97 21 12 21C7.03 21 3 16.97 3 12C3 7.03 7.03 3 12 3C16.97 3 21 7.03 21 12M3 12L21 12M12 3C9.5 5.5 8.3 8.6 8.3 12C8.3 15.4 9.5 18.5 12 21C14.5 18.5 15.7 15.4 15.7 12C15.7 8.6 14.5 5.5 12 3"},
    Icon{"hand",
         "M3 12L7 12L10 9L14 9C15 9 15.5 10 15 11L12 13M3 19L8 19L14 20L21 15C20.5 13.5 19 13.5 18 14L14.5 16"},
    Icon{"heart",
         "M12 20C6 16 3 12.7 3 9C3 6.2 5.1 4.5 7.4 4.5C9.3 4.5 11 5.6 12 7.5C13 5.6 14.7 4.5 16.6 4.5C18.9 4.5 21 6.2 21 9C21 12.7 18 16 12 20"},
    Icon{"info",
         "M21 12C21 16.97 16.97 21 12 21C7.03 21 3 16.97 3 12C3 7.03 7.03 3 12 3C16.97 3 21 7.03 21 12M12 11L12 16M12 8L12 8.01"},
    Icon{"institution",
         "M3 9L12 4L21 9ZM5 12L5 17M10 12L10 17M14 12L14 17M19 12L19 17M3 20L21 20"},
    Icon{"map",
         "M9 4L3 6L3 20L9 18L15 20L21 18L21 4L15 6ZM9 4L9 18M15 6L15 20"},
    Icon{"message",
         "M4 5L20 5L20 16L11 16L6 20L6 16L4 16Z"},
    Icon{"people",
         "M12.5 8C12.5 9.93 10.93 11.5 9 11.5C7.07 11.5 5.5 9.93 5.5 8C5.5 6.07 7.07 4.5 9 4.5C10.93 4.5 12.5 6.07 12.5 8M3 20C3 16.5 5.5 14.5 9 14.5C12.5 14.5 15 16.5 15 20M16 5C17.9 5.2 19.2 6.4 19.2 8.2C19.2 10 17.9 11.2 16 11.4M17.5 14.8C19.7 15.4 21 17.2 21 20"},
    Icon{"phone",
         "M5 4L9 4L11 9L8.5 10.5C9.5 12.8 11.2 14.5 13.5 15.5L15 13L20 15L20 19C20 19.6 19.6 20 19 20C11 20 4 13 4 5C4 4.4 4.4 4 5 4"},
    Icon{"scale",
         "M12 4L12 20M8 20L16 20M5 7L19 7M5 7L2.5 13C3 15 4 15.8 5 15.8C6 15.8 7 15 7.5 13ZM19 7L16.5 13C17 15 18 15.8 19 15.8C20 15.8 21 15 21.5 13Z"},
    Icon{"share",
         "M12 3L12 15M8 7L12 3L16 7M8 11L5 11L5 21L19 21L19 11L16 11"},
    Icon{"shield",
         "M12 3L20 6L20 11.5C20 16 16.8 19.6 12 21C7.2 19.6 4 16 4 11.5L4 6ZM8.5 12L11 14.5L15.5 9.5"},
    Icon{"star",
         "M12 3L14.8 8.8L21 9.7L16.5 14L17.6 20.3L12 17.3L6.4 20.3L7.5 14L3 9.7L9.2 8.8Z"},
};
// clang-format on

}  // namespace

std::string_view icon_path(std::string_view name) {
  for (const Icon& icon : icons) {
    if (icon.name == name) return icon.path;
  }
  return {};
}

}  // namespace lacit::document
