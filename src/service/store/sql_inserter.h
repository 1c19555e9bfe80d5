// Arrivals into tables, inside of a transaction that the caller holds.
#pragma once

#include "store/sql.h"
#include "store/store.h"

namespace lacit::store {

/// Stores one arrival or finds out why not; of what it began nothing is left then. An arrival that is there already,
/// since the commit's answer was lost, is `stored`. @throws SqlError
[[nodiscard]] Receipt insert(Sql& sql, const Arrival& arrival, Seconds now);

}  // namespace lacit::store
