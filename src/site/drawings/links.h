// What an `href` leads to.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::drawings {

enum class LinkKind { none, part, bitmap, drawing, program, elsewhere };

struct Link {
  LinkKind kind = LinkKind::none;
  std::string target{};  ///< `#id` of a part, base64 of a bitmap.
};

/// As browsers read it: white space around it and control characters within it are nothing to them (URL Standard, 4.4).
[[nodiscard]] Link read_link(std::string_view value);

/// Why it is refused, for what follows the element's name.
[[nodiscard]] base::Error refusal_of(const Link& link, std::string_view value);

}  // namespace lacit::drawings
