// The Date field (RFC 9110, 5.6.7 and 6.6.1).
#pragma once

#include <ctime>
#include <string>
#include <string_view>

namespace lacit::http {

/// IMF-fixdate: `Sun, 06 Nov 1994 08:49:37 GMT`.
[[nodiscard]] std::string date(std::time_t time);

/// Now; written anew once a second and thread.
[[nodiscard]] std::string_view date_now();

}  // namespace lacit::http
