#include <doctest/doctest.h>

#include "intake/origin.h"
#include "intake/rate_limit.h"
#include "server/client_address.h"

using namespace lacit::intake;
using namespace std::chrono_literals;

TEST_CASE("30: an address may send so much, then waits as long as it is told") {
  RateLimit limit(2, 60);
  const RateLimit::Time start{};
  CHECK(limit.take("a", start) == 0);
  CHECK(limit.take("a", start) == 0);
  CHECK(limit.take("a", start) == 60);
  CHECK(limit.take("b", start) == 0);
  CHECK(limit.take("a", start + 59s) == 1);
  CHECK(limit.take("a", start + 60s) == 0);
  CHECK(limit.take("a", start + 60s) == 60);
}

TEST_CASE("30: a million addresses take no more memory than a thousand") {
  RateLimit limit(1, 60, 1000);
  for (int i = 0; i < 100'000; ++i) CHECK(limit.take(std::to_string(i), {}) == 0);
  CHECK(limit.size() == 1000);
  CHECK(limit.take("99999", {}) > 0);  // Whoever came last is still known.
}

TEST_CASE("30: of IPv6 the /64 counts, and IPv4 in its clothes is IPv4") {
  CHECK(address_key("2001:db8:1:2::1") == address_key("2001:db8:1:2:ffff::9"));
  CHECK(address_key("2001:db8:1:2::1") != address_key("2001:db8:1:3::1"));
  CHECK(address_key("::ffff:192.0.2.7") == address_key("192.0.2.7"));
  CHECK(address_key("fe80::1%eth0") == address_key("fe80::2"));
  CHECK(address_key("nonsense") == address_key(""));
}

TEST_CASE("7: what a stranger writes into X-Forwarded-For is not believed") {
  const std::vector<std::string> proxies = {"10.0.0.1", "10.0.0.2"};
  using lacit::server::client_address;
  CHECK(client_address("192.0.2.7", "198.51.100.1", proxies) == "192.0.2.7");
  CHECK(client_address("10.0.0.1", "198.51.100.1", proxies) == "198.51.100.1");
  CHECK(client_address("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2", proxies) == "198.51.100.1");
  CHECK(client_address("10.0.0.1", "", proxies) == "10.0.0.1");
}

TEST_CASE("10, 11: a form comes from this site or from one that is named, whole and exact") {
  const std::vector<std::string> allowed = {"https://partner.example"};
  const auto caller = [&](std::string origin, std::string fetch_site = "", bool tls = true) {
    Head head;
    head.host = "la-cit.org";
    head.origin = std::move(origin);
    head.sec_fetch_site = std::move(fetch_site);
    return caller_of(head, tls, allowed);
  };
  CHECK(caller("https://la-cit.org") == Caller::same_site);
  CHECK(caller("https://partner.example") == Caller::allowed);
  for (const char* bad : {"null", "http://la-cit.org", "https://la-cit.org.evil.example", "https://evil-la-cit.org",
                          "https://partner.example:8443", "http://partner.example", "https://sub.partner.example"}) {
    CAPTURE(bad);
    CHECK(caller(bad) == Caller::refused);
  }
  CHECK(caller("", "cross-site") == Caller::refused);
  CHECK(caller("", "same-origin") == Caller::same_site);
  CHECK(caller("") == Caller::same_site);
}
