// SHA-256 as the content security policy writes it.
#pragma once

#include <string>
#include <string_view>

namespace lacit::server {

/// Base64 with padding (RFC 4648, 4).
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

}  // namespace lacit::server
