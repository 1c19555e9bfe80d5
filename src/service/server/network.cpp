#include "server/network.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace lacit::server {
namespace {

constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr unsigned ipv4_begins = 96;  ///< Bits before an IPv4 address in its IPv6 form.
constexpr unsigned all_bits = 128;

/// The address's first `bits`; zeros after them.
Address cut(Address address, unsigned bits) {
  for (unsigned i = 0; i < address.bytes.size(); ++i) {
    const unsigned kept = std::clamp(bits, i * 8, i * 8 + 8) - i * 8;
    address.bytes[i] = static_cast<std::uint8_t>(address.bytes[i] & (0xFFU << (8 - kept)));
  }
  return address;
}

}  // namespace

bool Address::is_ipv4() const { return std::equal(mapped.begin(), mapped.end(), bytes.begin()); }

bool Address::is_loopback() const {
  if (is_ipv4()) return bytes[12] == 127;  // RFC 1122, 3.2.1.3
  return cut(*this, all_bits - 8) == Address{} && bytes[15] == 1;
}

std::optional<Address> parse_address(std::string_view text) {
  const std::size_t zone = text.find('%');
  const std::string whole(text.substr(0, zone));
  Address address;
  if (whole.size() != std::min(text.find('\0'), whole.size())) return {};
  if (inet_pton(AF_INET6, whole.c_str(), address.bytes.data()) == 1) return address;
  if (zone != std::string_view::npos) return {};
  std::copy(mapped.begin(), mapped.end(), address.bytes.begin());
  if (inet_pton(AF_INET, whole.c_str(), address.bytes.data() + mapped.size()) == 1) return address;
  return {};
}

std::string text_of(const Address& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const bool four = address.is_ipv4();
  inet_ntop(four ? AF_INET : AF_INET6, address.bytes.data() + (four ? mapped.size() : 0), text.data(), text.size());
  return text.data();
}

bool Network::contains(const Address& address) const { return cut(address, bits) == cut(base, bits); }

bool Network::names_a_host() const { return cut(base, bits) != base; }

bool Network::holds_strangers() const {
  constexpr unsigned widest_ipv4 = ipv4_begins + 8, widest_ipv6 = 16;
  const Address first = cut(base, bits);
  const bool all_ipv4 = bits < ipv4_begins && contains(*parse_address("0.0.0.0"));
  if (all_ipv4 || first.is_ipv4()) return bits < widest_ipv4;
  const bool is_private = (bits >= 7 && (first.bytes[0] & 0xFEU) == 0xFC) ||
                          (bits >= 10 && first.bytes[0] == 0xFE && (first.bytes[1] & 0xC0U) == 0x80);
  return bits < widest_ipv6 && !is_private;
}

std::optional<Network> parse_network(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string_view written = text.substr(0, slash);
  const auto address = parse_address(written);
  if (!address || written.find('%') != std::string_view::npos) return {};
  if (slash == std::string_view::npos) return Network{.base = *address};
  const std::string_view digits = text.substr(slash + 1);
  const bool four = written.find(':') == std::string_view::npos;
  unsigned bits = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
  const bool plain = digits.size() == 1 || !digits.starts_with('0');
  if (error != std::errc() || end != digits.data() + digits.size() || !plain || bits > (four ? 32U : all_bits))
    return {};
  return Network{.base = *address, .bits = bits + (four ? ipv4_begins : 0)};
}

std::string text_of(const Network& network) {
  const Address base = cut(network.base, network.bits);
  const bool four = base.is_ipv4() && network.bits >= ipv4_begins;
  if (network.bits == all_bits) return text_of(base);
  return text_of(base) + "/" + std::to_string(network.bits - (four ? ipv4_begins : 0));
}

}  // namespace lacit::server
