// The database's shape, version by version.
#pragma once

#include "store/sqlite.h"

namespace lacit::store {

/// Brings the database to the newest version, each step in a transaction of its own. @throws SqliteError, also where a
/// newer program has made it.
void migrate(Database& database);
/// The same up to an older version, for tests of the steps from there.
void migrate(Database& database, std::int64_t to);

/// As `PRAGMA user_version` keeps it.
[[nodiscard]] std::int64_t version(Database& database);

}  // namespace lacit::store
