#include "intake/rate_limit.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/hex.h"

namespace lacit::intake {

std::string address_key(std::string_view address) {
  std::string text(address.substr(0, address.find('%')));  // Without the zone (RFC 4007).
  in_addr four{};
  if (inet_pton(AF_INET, text.c_str(), &four) == 1) return text;
  std::array<char, 16> six{};
  if (inet_pton(AF_INET6, text.c_str(), six.data()) != 1) return "?";
  static constexpr std::string_view mapped("\0\0\0\0\0\0\0\0\0\0\xFF\xFF", 12);
  if (std::string_view(six.data(), 12) == mapped) {
    std::array<char, INET_ADDRSTRLEN> out{};
    return inet_ntop(AF_INET, six.data() + 12, out.data(), out.size());
  }
  return base::to_hex({six.data(), 8});
}

int RateLimit::take(const std::string& key, Time now) {
  if (per_second_ <= 0) return 0;
  const std::lock_guard lock(mutex_);
  auto found = by_key_.find(key);
  if (found == by_key_.end()) {
    if (buckets_.size() >= most_) {
      by_key_.erase(buckets_.back().key);
      buckets_.pop_back();
    }
    buckets_.push_front({key, burst_, now});
    found = by_key_.emplace(buckets_.front().key, buckets_.begin()).first;
  }
  buckets_.splice(buckets_.begin(), buckets_, found->second);
  Bucket& bucket = *found->second;
  bucket.left = std::min(burst_, bucket.left + per_second_ * std::chrono::duration<double>(now - bucket.at).count());
  bucket.at = now;
  if (bucket.left < 1) return std::max(1, static_cast<int>(std::ceil((1 - bucket.left) / per_second_ - 1e-6)));
  bucket.left -= 1;
  return 0;
}

std::size_t RateLimit::size() const {
  const std::lock_guard lock(mutex_);
  return buckets_.size();
}

}  // namespace lacit::intake
