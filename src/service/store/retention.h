// What is too old, where the clock that says so may be wrong.
#pragma once

#include "store/store.h"

namespace lacit::store {

struct Old {
  Filter messages;             ///< Those that may go.
  std::uint64_t by_clock = 0;  ///< How many are old by the system's clock,
  std::uint64_t all = 0;       ///< of how many that there are.
  std::uint64_t doubted = 0;   ///< Old by the clock alone, and too many to go by it: kept.
};

/// Messages that are older than `age`. Where the clock is ahead of the time that has surely come (store/known_time.h),
/// no more than a tenth of all messages go by the clock's word: of fewer than ten none does.
[[nodiscard]] base::Result<Old> find_old(Store& store, Seconds age);

}  // namespace lacit::store
