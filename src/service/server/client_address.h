// Who a request comes from.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lacit::server {

[[nodiscard]] bool is_proxy(std::string_view address, std::span<const std::string> proxies);

/// The peer itself; behind a proxy that is trusted, the last address of X-Forwarded-For that is not a trusted proxy's:
/// what stands before it, anybody can have written (form-backend 7). `proxies` are addresses or networks
/// (server/network.h); an empty entry between two commas ends the list as one that is no address does.
[[nodiscard]] std::string client_address(std::string_view peer, std::string_view forwarded_for,
                                         std::span<const std::string> proxies);

}  // namespace lacit::server
