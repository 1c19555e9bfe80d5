#include "store/open.h"

#include "store/migrations.h"
#include "store/postgres.h"
#include "store/reconnecting.h"
#include "store/sql_store.h"
#include "store/sqlite.h"

namespace lacit::store {
namespace {

std::filesystem::path file_of(const Place& place) { return place.folder / "lacit.sqlite"; }

Dialect dialect_of(const Place& place) { return place.database.empty() ? Dialect::sqlite : Dialect::postgres; }

/// Of the newest shape: also where what was opened first is another database meanwhile.
std::unique_ptr<Sql> connection(const Place& place) {
  std::unique_ptr<Sql> sql;
  if (place.database.empty()) sql = std::make_unique<Database>(file_of(place));
  if (!place.database.empty()) sql = std::make_unique<Connection>(place.database);
  migrate(*sql);
  return sql;
}

/// How to mend it, told wherever it cannot be had.
SqlError cannot_open(const Place& place, const std::string& why) {
  if (!place.database.empty()) {
    return SqlError("the PostgreSQL database cannot be opened (" + why +
                    "); start or mend it, or name another one with --database postgresql://user@host/name");
  }
  return SqlError("the database " + file_of(place).string() + " cannot be opened (" + why +
                  "); mend or move it, or name another folder with --data");
}

std::unique_ptr<Sql> reconnecting(const Place& place, std::unique_ptr<Sql> first) {
  const auto connect = [place] {
    try {
      return connection(place);
    } catch (const SqlError& error) {
      throw cannot_open(place, error.what());
    }
  };
  return std::make_unique<Reconnecting>(dialect_of(place), connect, std::move(first));
}

}  // namespace

base::Result<std::unique_ptr<Store>> open(const Place& place, Clock clock, Steady steady) {
  try {
    std::unique_ptr<Sql> arrivals = connection(place);
    return std::unique_ptr<Store>(std::make_unique<SqlStore>(reconnecting(place, std::move(arrivals)),
                                                             reconnecting(place, connection(place)), std::move(clock),
                                                             std::move(steady)));
  } catch (const SqlError& error) {
    return base::Error{cannot_open(place, error.what()).what()};
  }
}

std::unique_ptr<Store> open_later(const Place& place) {
  return std::make_unique<SqlStore>(reconnecting(place, {}), reconnecting(place, {}), &now, &steady);
}

base::Result<bool> check_database(const std::string& url) {
  try {
    if (!url.empty()) check_database_url(url);
    return true;
  } catch (const SqlError& error) {
    return base::Error{error.what()};
  }
}

bool exists(const Place& place) { return !place.database.empty() || std::filesystem::exists(file_of(place)); }

}  // namespace lacit::store
