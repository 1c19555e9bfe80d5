#include "intake/visits.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace lacit::intake {

std::string day_of(store::Seconds time) {
  const std::time_t seconds = time;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 16> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts)};
}

bool VisitCounter::count(std::string_view page, std::string_view from, store::Seconds now) {
  static constexpr std::array<std::string_view, 5> kinds{"none", "search", "site", "social", "other"};
  if (std::find(kinds.begin(), kinds.end(), from) == kinds.end()) return false;
  const std::lock_guard lock(mutex_);
  ++counts_[{day_of(now), std::string(page), std::string(from)}];
  return true;
}

void VisitCounter::flush() {
  const std::lock_guard lock(mutex_);
  if (counts_.empty()) return;
  std::vector<store::Visits> visits;
  for (const auto& [key, count] : counts_) {
    visits.push_back({.day = std::get<0>(key), .page = std::get<1>(key), .from = std::get<2>(key), .count = count});
  }
  if (store_.add_visits(visits)) counts_.clear();
}

}  // namespace lacit::intake
