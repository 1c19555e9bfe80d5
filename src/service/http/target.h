// What a request line asks for (RFC 9112, 3.2), and the names of hosts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lacit::http {

struct Target {
  std::string path_and_query;  ///< Origin form; `*` for the server as a whole.
  std::string host;            ///< Of the absolute form, where it stands in for the Host field (3.2.2).
};

/// None where the target has a form that does not go with the method, or characters that no URI has. The authority form
/// is CONNECT's (3.2.3), which is not served.
[[nodiscard]] std::optional<Target> parse_target(std::string_view method, std::string_view target);

/// `uri-host [ ":" port ]`, as Host has it (RFC 9110, 7.2; RFC 3986, 3.2.2): never empty, no user before it.
[[nodiscard]] bool is_host(std::string_view text);

}  // namespace lacit::http
