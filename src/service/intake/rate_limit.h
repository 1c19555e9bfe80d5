// How often one address may send: a token bucket an address, and a bounded number of buckets (form-backend 30).
#pragma once

#include <chrono>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace lacit::intake {

/// An IPv4 address, or the /64 that an IPv6 address is in: one household or one server has all of it. An IPv4 address
/// written as IPv6 (RFC 4291, 2.5.5.2) is itself. Anything else is one common key.
[[nodiscard]] std::string address_key(std::string_view address);

class RateLimit {
 public:
  using Time = std::chrono::steady_clock::time_point;  ///< A clock that nobody sets (36).

  /// `burst` at once, then `per_hour`; 0 an hour: no limit. `most` buckets: about 200 bytes each.
  RateLimit(double burst, double per_hour, std::size_t most = 50'000)
      : burst_(burst), per_second_(per_hour / 3600), most_(most) {}

  /// Takes one; otherwise the seconds until there is one again, at least 1. 0: taken.
  [[nodiscard]] int take(const std::string& key, Time now);
  [[nodiscard]] std::size_t size() const;

 private:
  struct Bucket {
    std::string key;
    double left;
    Time at;
  };

  double burst_, per_second_;
  std::size_t most_;
  mutable std::mutex mutex_;
  std::list<Bucket> buckets_;  ///< The one used last is the first.
  std::unordered_map<std::string_view, std::list<Bucket>::iterator> by_key_;
};

}  // namespace lacit::intake
