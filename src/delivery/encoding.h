// Base64 and signatures, by OpenSSL.
#pragma once

#include <string>
#include <string_view>

namespace lacit::delivery {

/// RFC 4648, 4, on one line.
[[nodiscard]] std::string base64(std::string_view bytes);

/// HMAC-SHA-256 (RFC 2104) as lowercase hex.
[[nodiscard]] std::string signature(std::string_view secret, std::string_view text);

}  // namespace lacit::delivery
