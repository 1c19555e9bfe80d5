#include "server/client_address.h"

#include <algorithm>
#include <optional>

#include "http/syntax.h"
#include "server/network.h"

namespace lacit::server {
namespace {

/// Some proxies write a port after it: `192.0.2.7:4711`, `[2001:db8::1]:4711`.
std::optional<Address> address_in(std::string_view entry) {
  entry = http::trimmed(entry);
  if (entry.starts_with('[')) return parse_address(entry.substr(1, std::min(entry.find(']'), entry.size()) - 1));
  if (std::count(entry.begin(), entry.end(), ':') == 1) entry = entry.substr(0, entry.find(':'));
  return parse_address(entry);
}

bool is_one_of(const Address& address, std::span<const std::string> proxies) {
  return std::any_of(proxies.begin(), proxies.end(), [&address](const std::string& proxy) {
    const auto network = parse_network(proxy);
    return network && network->contains(address);
  });
}

}  // namespace

bool is_proxy(std::string_view address, std::span<const std::string> proxies) {
  const auto parsed = parse_address(address);
  return parsed && is_one_of(*parsed, proxies);
}

std::string client_address(std::string_view peer, std::string_view forwarded_for,
                           std::span<const std::string> proxies) {
  std::optional<Address> address = parse_address(peer);
  if (!address) return std::string(peer);
  while (is_one_of(*address, proxies) && !forwarded_for.empty()) {
    const std::size_t comma = forwarded_for.rfind(',');
    const std::size_t start = comma == std::string_view::npos ? 0 : comma + 1;
    // `unknown`, or nothing that is an address: the proxy that wrote it is the last that is known.
    const auto before = address_in(forwarded_for.substr(start));
    if (!before) break;
    address = before;
    forwarded_for = forwarded_for.substr(0, comma == std::string_view::npos ? 0 : comma);
  }
  return text_of(*address);
}

}  // namespace lacit::server
