#include "time_zones/local_time.h"

#include <algorithm>
#include <optional>

#include "time_zones/zones.h"

namespace lacit::time_zones {
namespace {

// Offsets lie between -12 and +14 hours, so a day and two hours on both sides hold every moment that can be meant; no
// zone changes its clocks twice within that time.
constexpr std::int64_t reach = 26L * 60 * 60;

}  // namespace

std::vector<std::int64_t> moments_of(std::string_view zone, std::int64_t local) {
  std::vector<std::int64_t> moments;
  for (const std::int64_t near : {local - reach, local + reach}) {
    const std::optional<int> offset = offset_at(zone, near);
    if (!offset) return {};
    const std::int64_t moment = local - *offset;
    if (offset_at(zone, moment) == offset && std::ranges::find(moments, moment) == moments.end()) {
      moments.push_back(moment);
    }
  }
  std::ranges::sort(moments);
  return moments;
}

std::int64_t skipped_at(std::string_view zone, std::int64_t local) {
  const std::optional<int> before = offset_at(zone, local - reach);
  const std::optional<int> after = offset_at(zone, local + reach);
  if (!before || !after || !moments_of(zone, local).empty()) return 0;
  return *after - *before;
}

}  // namespace lacit::time_zones
