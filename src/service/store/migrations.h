// The database's shape, version by version.
#pragma once

#include "store/sql.h"

namespace lacit::store {

/// Brings the database to the newest version, each step in a transaction of its own; of two programs that begin at
/// once, one waits. @throws SqlError, also where a newer program has made it.
void migrate(Sql& sql);
/// The same up to an older version, for tests of the steps from there.
void migrate(Sql& sql, std::size_t to);

/// SQLite keeps it as `PRAGMA user_version`, PostgreSQL in a table.
[[nodiscard]] std::size_t version(Sql& sql);

}  // namespace lacit::store
