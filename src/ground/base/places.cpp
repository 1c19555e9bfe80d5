#include "base/places.h"

#include <algorithm>

namespace lacit::base {
namespace {

bool names_a_place(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

}  // namespace

std::string_view next_place(std::string_view text, std::size_t& from) {
  for (std::size_t open = text.find('{', from); open != std::string_view::npos; open = text.find('{', open + 1)) {
    std::size_t end = open + 1;
    while (end < text.size() && names_a_place(text[end])) ++end;
    if (end == open + 1 || end == text.size() || text[end] != '}') continue;
    from = end + 1;
    return text.substr(open, from - open);
  }
  return {};
}

std::string filled(std::string_view text, std::initializer_list<Place> places) {
  std::string out;
  std::size_t done = 0;
  std::size_t at = 0;
  for (std::string_view found = next_place(text, at); !found.empty(); found = next_place(text, at)) {
    const std::string_view name = found.substr(1, found.size() - 2);
    const auto* const place =
        std::find_if(places.begin(), places.end(), [name](const Place& each) { return each.name == name; });
    if (place == places.end()) continue;
    (out += text.substr(done, at - found.size() - done)) += place->value;
    done = at;
  }
  return out += text.substr(done);
}

}  // namespace lacit::base
