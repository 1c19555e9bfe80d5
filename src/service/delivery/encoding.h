// What bytes are written as where only some may stand. Base64 and signatures by OpenSSL.
#pragma once

#include <string>
#include <string_view>

namespace lacit::delivery {

/// RFC 4648, 4, on one line.
[[nodiscard]] std::string base64(std::string_view bytes);

/// RFC 2045, 6.7. Lines of the text end with LF, those of the result with CR LF, of which none has more than 76
/// characters before it.
[[nodiscard]] std::string quoted_printable(std::string_view text);

/// `%C3%A4` for all but letters, digits and `.-_`, which stand for themselves in any parameter (RFC 2231, 7).
[[nodiscard]] std::string percent_encoded(std::string_view bytes);

/// HMAC-SHA-256 (RFC 2104) as lowercase hex.
[[nodiscard]] std::string signature(std::string_view secret, std::string_view text);

}  // namespace lacit::delivery
