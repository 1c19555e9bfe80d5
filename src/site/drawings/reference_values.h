// The places in values that name a part of the drawing (element.h).
#pragma once

#include <string>
#include <string_view>

#include "drawings/element.h"

namespace lacit::drawings {

/// Calls `visit` with each id in `url(#id)`.
template <typename Visit>
void for_each_url(std::string_view value, Visit visit) {
  constexpr std::string_view begin = "url(#";
  for (std::size_t at = value.find(begin); at != std::string_view::npos; at = value.find(begin, at + 1)) {
    visit(value.substr(at + begin.size(), value.find(')', at) - at - begin.size()));
  }
}

/// Likewise with each id that an attribute names.
template <typename Visit>
void for_each_reference(const Attribute& attribute, Visit visit) {
  if (attribute.name == "href" && attribute.value.starts_with('#')) visit(std::string_view(attribute.value).substr(1));
  if (attribute.name != "href") for_each_url(attribute.value, visit);
}

}  // namespace lacit::drawings
