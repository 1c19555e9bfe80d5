// Paths of this site: read from a request's target, and written into Location.
#pragma once

#include <string>
#include <string_view>

namespace lacit::server {

/// The target's path, percent-decoded once (RFC 3986, 2.1). Empty where it is no path that a page can have: not UTF-8,
/// control characters (C0, DEL, C1), a backslash, an encoded slash, an empty segment, `.` or `..`. Browsers take the
/// latter out before they ask, and what is left of them leads out of the site (`/\host`, `//host`).
[[nodiscard]] std::string decoded_path(std::string_view target);

/// Such a path as Location has it, encoded anew, with the target's query: it begins with one slash, so it stays on this
/// site whatever stands behind it (RFC 3986, 4.2).
[[nodiscard]] std::string location(std::string_view path, std::string_view target);

/// What follows the question mark, as it came.
[[nodiscard]] std::string_view query_of(std::string_view target);

}  // namespace lacit::server
