// Which database: SQLite in the data folder, or the PostgreSQL that was named.
#pragma once

#include <filesystem>

#include "store/store.h"

namespace lacit::store {

using Clock = std::function<Seconds()>;

struct Place {
  std::filesystem::path folder;
  std::string database = {};  ///< `postgresql://…`; empty: `folder/lacit.sqlite`.
};

/// Opens it, and makes what is missing. The error says what to do, and never says a password.
[[nodiscard]] base::Result<std::unique_ptr<Store>> open(const Place& place, Clock clock = &now);

/// Whether there is something to read; a server alone can tell of a PostgreSQL.
[[nodiscard]] bool exists(const Place& place);

}  // namespace lacit::store
