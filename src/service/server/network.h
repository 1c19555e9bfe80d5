// Addresses and networks by what they are, not by how they are written: `::ffff:10.0.0.1` is 10.0.0.1 (RFC 4291,
// 2.5.5.2), `2001:db8:0::1` is `2001:db8::1`.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lacit::server {

/// IPv4 in its IPv6 form.
struct Address {
  std::array<std::uint8_t, 16> bytes{};
  [[nodiscard]] bool is_ipv4() const;
  [[nodiscard]] bool is_loopback() const;
  bool operator==(const Address&) const = default;
};

/// `192.0.2.7`, `2001:db8::1`; of `fe80::1%eth0` the zone is left out (RFC 4007, 11). Nothing that is not written in
/// full: no `127.1`, no port, no brackets.
[[nodiscard]] std::optional<Address> parse_address(std::string_view text);
[[nodiscard]] std::string text_of(const Address& address);

/// A CIDR block (RFC 4632, 3.1), or one address.
struct Network {
  Address base;
  unsigned bits = 128;  ///< Of the IPv6 form.
  [[nodiscard]] bool contains(const Address& address) const;
  /// The base has bits of the host: `10.1.2.3/8`.
  [[nodiscard]] bool names_a_host() const;
  /// More than any one operator has: of IPv4 more than a /8, of IPv6 more than a /16 that is not set apart for private
  /// use (RFC 4193) or for one link (RFC 4291, 2.5.6). Whoever is anywhere may be in it.
  [[nodiscard]] bool holds_strangers() const;
};

/// `10.0.0.0/8`, `2001:db8::/32`, or an address alone, without a zone.
[[nodiscard]] std::optional<Network> parse_network(std::string_view text);
/// As it is written shortest, without bits of the host: `10.1.2.3/8` is `10.0.0.0/8`.
[[nodiscard]] std::string text_of(const Network& network);

}  // namespace lacit::server
