// How far time has surely come, kept in the database. A clock may be set wrong for an hour or a month and then be right
// again; what is deleted because it is old must be old by more than that clock. So this time never runs ahead of the
// clock, and never more than twice as fast as time passes while a program looks: a jump is followed slowly.
#pragma once

#include <functional>
#include <optional>

#include "store/sql.h"
#include "store/store.h"

namespace lacit::store {

/// Seconds of a clock that nobody sets (CLOCK_MONOTONIC); its zero means nothing.
using Steady = std::function<Seconds()>;
[[nodiscard]] Seconds steady();

class KnownTime {
 public:
  explicit KnownTime(Steady steady) : steady_(std::move(steady)) {}

  /// Goes on to now, inside of a transaction that the caller holds. @throws SqlError
  Seconds tick(Sql& sql, Seconds clock);

 private:
  struct Look {
    Seconds steady, known;
  };
  Steady steady_;
  std::optional<Look> last_;
};

/// The table in which it stands, where that is not there yet. It also notes that deleted words still have traces in the
/// database's files (sql_upkeep.cpp). @throws SqlError
void make_upkeep(Sql& sql);

}  // namespace lacit::store
