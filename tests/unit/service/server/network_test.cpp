#include "server/network.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "server/client_address.h"

namespace lacit::server {
namespace {

bool contains(std::string_view network, std::string_view address) {
  const auto parsed = parse_network(network);
  const auto member = parse_address(address);
  REQUIRE_MESSAGE(parsed, network);
  REQUIRE_MESSAGE(member, address);
  return parsed->contains(*member);
}

TEST_CASE("11.A6: an address is what it is, however it is written") {
  CHECK(parse_address("::ffff:10.0.0.1") == parse_address("10.0.0.1"));
  CHECK(parse_address("::FFFF:0a00:0001") == parse_address("10.0.0.1"));
  CHECK(parse_address("2001:db8:0:0::1") == parse_address("2001:DB8::1"));
  CHECK(parse_address("fe80::1%eth0") == parse_address("fe80::1"));
  CHECK(parse_address("::1") != parse_address("0.0.0.1"));
  CHECK(text_of(parse_address("::ffff:10.0.0.1").value()) == "10.0.0.1");
  for (const char* bad : {"", "127.1", "0x7f.0.0.1", "010.0.0.1.2", "10.0.0.256", "10.0.0.1%eth0", "[::1]",
                          "::1::", "localhost", "10.0.0.1 ", "1"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_address(bad));
  }
  CHECK_FALSE(parse_address(std::string_view("10.0.0.1\0.evil", 14)));
  CHECK(parse_address("127.8.9.1")->is_loopback());
  CHECK(parse_address("::ffff:127.0.0.1")->is_loopback());
  CHECK(parse_address("::1")->is_loopback());
  for (const char* other : {"128.0.0.1", "::", "::2", "1::1", "::127.0.0.1"})
    CHECK_FALSE(parse_address(other)->is_loopback());
}

TEST_CASE("11.A6: a network holds its addresses and no others, in both families") {
  CHECK(contains("10.0.0.0/8", "10.255.0.1"));
  CHECK(contains("10.0.0.0/8", "::ffff:10.1.2.3"));
  CHECK_FALSE(contains("10.0.0.0/8", "11.0.0.0"));
  CHECK_FALSE(contains("10.0.0.0/8", "a00::"));
  CHECK(contains("192.0.2.128/25", "192.0.2.128"));
  CHECK_FALSE(contains("192.0.2.128/25", "192.0.2.127"));
  CHECK(contains("::ffff:10.0.0.0/104", "10.9.9.9"));
  CHECK(contains("2001:db8::/33", "2001:db8:7fff::1"));
  CHECK_FALSE(contains("2001:db8::/33", "2001:db8:8000::1"));
  CHECK(contains("0.0.0.0/0", "203.0.113.9"));
  CHECK_FALSE(contains("0.0.0.0/0", "2001:db8::1"));
  CHECK(contains("::/0", "203.0.113.9"));
  CHECK(contains("192.0.2.7", "192.0.2.7"));
  CHECK_FALSE(contains("192.0.2.7/32", "192.0.2.6"));
  CHECK(contains("2001:db8::1/128", "2001:db8:0::1"));
  for (const char* bad :
       {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8", "10.0.0.0/08", "10.0.0.0/+8", "10/8", "::/129",
        "fe80::%eth0/10", "10.0.0.0/8 ", "*", "10.0.0.0-10.0.0.9", "10.0.0.0/255.0.0.0"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_network(bad));
  }
  CHECK(parse_network("10.1.2.3/8")->names_a_host());
  CHECK_FALSE(parse_network("10.0.0.0/8")->names_a_host());
  CHECK(text_of(*parse_network("10.1.2.3/8")) == "10.0.0.0/8");
  CHECK(text_of(*parse_network("2001:db8::1/32")) == "2001:db8::/32");
}

TEST_CASE("11.A6: proxies may be a network, and are the same in IPv6's clothes") {
  const std::vector<std::string> proxies = {"10.0.0.0/8", "2001:db8:1::/48"};
  CHECK(client_address("10.7.7.7", "198.51.100.1", proxies) == "198.51.100.1");
  CHECK(client_address("::ffff:10.7.7.7", "198.51.100.1", proxies) == "198.51.100.1");
  CHECK(client_address("::ffff:192.0.2.7", "198.51.100.1", proxies) == "192.0.2.7");
  CHECK(client_address("2001:db8:1::9", "1.1.1.1, 198.51.100.1,  10.1.1.1\t", proxies) == "198.51.100.1");
  CHECK(client_address("10.7.7.7", "198.51.100.1:4711", proxies) == "198.51.100.1");
  CHECK(client_address("10.7.7.7", "[2001:db8:2::1]:4711", proxies) == "2001:db8:2::1");
  // What is no address hides whoever wrote it, and nobody else: the last proxy that is known stands for all of these.
  for (const char* odd : {"unknown", "_hidden", "198.51.100.1, ", "198.51.100.1,,", "[", "]", ":"}) {
    CAPTURE(odd);
    CHECK(client_address("10.7.7.7", odd, proxies) == "10.7.7.7");
  }
}

}  // namespace
}  // namespace lacit::server
