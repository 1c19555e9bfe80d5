// Visits, counted in memory and written now and then: a visitor's page never waits for a disk. Without a name, an
// address or a number that stands for anybody (form-backend 41).
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>

#include "store/store.h"

namespace lacit::intake {

class VisitCounter {
 public:
  explicit VisitCounter(store::Store& store) : store_(store) {}
  /// Writes what is left.
  ~VisitCounter() { flush(); }
  VisitCounter(const VisitCounter&) = delete;
  VisitCounter& operator=(const VisitCounter&) = delete;

  /// False: `from` is no kind of source that is kept.
  [[nodiscard]] bool count(std::string_view page, std::string_view from, store::Seconds now);
  /// To the store. What it does not take is kept for the next time.
  void flush();

 private:
  store::Store& store_;
  std::mutex mutex_;
  std::map<std::tuple<std::string, std::string, std::string>, std::int64_t> counts_;
};

/// `2026-11-24`, UTC.
[[nodiscard]] std::string day_of(store::Seconds time);

}  // namespace lacit::intake
