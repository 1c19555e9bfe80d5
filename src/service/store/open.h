// Which database: SQLite in the data folder, or the PostgreSQL that was named.
#pragma once

#include <filesystem>

#include "store/known_time.h"
#include "store/store.h"

namespace lacit::store {

using Clock = std::function<Seconds()>;

struct Place {
  std::filesystem::path folder;
  std::string database = {};  ///< `postgresql://…`; empty: `folder/lacit.sqlite`.
};

/// Opens it, and makes what is missing. The error says what to do, and never says a password.
[[nodiscard]] base::Result<std::unique_ptr<Store>> open(const Place& place, Clock clock = &now,
                                                        Steady steady = &store::steady);

/// Opens it when it is first needed, and again as often as it must: what a server has, whose pages are to be read
/// whether or not there is a database. Until then everything gives an error, which says what to do.
[[nodiscard]] std::unique_ptr<Store> open_later(const Place& place);

/// Whether a URL can name a PostgreSQL at all; empty is SQLite. The error never says a password.
[[nodiscard]] base::Result<bool> check_database(const std::string& url);

/// Whether there is something to read; a server alone can tell of a PostgreSQL.
[[nodiscard]] bool exists(const Place& place);

}  // namespace lacit::store
