// Bytes as lowercase hexadecimal digits, and back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lacit::base {

[[nodiscard]] std::string to_hex(std::string_view bytes);

/// Nothing where it is not pairs of lowercase digits.
[[nodiscard]] std::optional<std::string> from_hex(std::string_view hex);

}  // namespace lacit::base
