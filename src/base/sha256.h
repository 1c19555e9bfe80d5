// SHA-256 (FIPS 180-4), for what browsers compare: the hashes of a Content-Security-Policy.
#pragma once

#include <string>
#include <string_view>

namespace lacit::base {

/// The hash in base64 (RFC 4648, 4), as `'sha256-…'` wants it.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

}  // namespace lacit::base
