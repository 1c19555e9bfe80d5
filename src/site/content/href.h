// Links: which targets are allowed, and what a link inside the site points at.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::content {

extern const std::string_view href_pattern;
extern const std::string_view https_pattern;
extern const std::string_view https_origin_pattern;

/// What is wrong with a link's target. Allowed are `/page/`, `/page/#anchor`, `#anchor`, `https:`, `tel:` (RFC 3966),
/// `sms:` (RFC 5724, also `?&body=` for phones that want it) and `mailto:` (RFC 6068): no scheme that runs script.
[[nodiscard]] std::optional<base::Error> href_advice(std::string_view href);

[[nodiscard]] bool is_https(std::string_view address);

/// `https://host` or `https://host:port`, nothing after it.
[[nodiscard]] bool is_https_origin(std::string_view address);

/// A target inside the site.
struct LocalTarget {
  std::string slug;    ///< Empty: the page that the link stands on. `home` for `/`.
  std::string anchor;  ///< Empty: the page itself.
};
[[nodiscard]] std::optional<LocalTarget> local_target(std::string_view href);

}  // namespace lacit::content
