// What a value of the configuration must be, wherever it is written: in the TOML file or on the command line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::settings {

inline constexpr std::int64_t least_port = 0, most_port = 65535;
inline constexpr std::int64_t most_header_timeout = 600, most_body_timeout = 3600;  // Seconds.
inline constexpr std::int64_t most_posts_per_hour = 100'000;
inline constexpr std::int64_t most_quota = 10'000'000LL * 1024 * 1024;  // Bytes.

/// A whole number in decimal digits, nothing around it.
[[nodiscard]] base::Result<std::int64_t> whole_number(std::string_view text, std::int64_t least, std::int64_t most);

// As in settings/web_address.h: what is wrong, to follow the key's name.

/// An IP address to listen on.
[[nodiscard]] base::Result<bool> check_address(const std::string& address);

/// An IP address or a network in CIDR notation, without bits of the host.
[[nodiscard]] base::Result<bool> check_proxy(const std::string& proxy);

/// `postgresql://…`, or empty.
[[nodiscard]] base::Result<bool> check_database(const std::string& url);

}  // namespace lacit::settings
