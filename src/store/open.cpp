#include "store/open.h"

#include "store/migrations.h"
#include "store/postgres.h"
#include "store/sql_store.h"
#include "store/sqlite.h"

namespace lacit::store {
namespace {

std::filesystem::path file_of(const Place& place) { return place.folder / "lacit.sqlite"; }

std::unique_ptr<Sql> connection(const Place& place) {
  if (place.database.empty()) return std::make_unique<Database>(file_of(place));
  return std::make_unique<Connection>(place.database);
}

base::Error cannot_open(const Place& place, const std::string& why) {
  if (!place.database.empty()) {
    return base::Error{"the PostgreSQL database cannot be opened (" + why +
                       "); start or mend it, or name another one with --database postgresql://user@host/name"};
  }
  return base::Error{"the database " + file_of(place).string() + " cannot be opened (" + why +
                     "); mend or move it, or name another folder with --data"};
}

}  // namespace

base::Result<std::unique_ptr<Store>> open(const Place& place, Clock clock) {
  try {
    std::unique_ptr<Sql> arrivals = connection(place);
    migrate(*arrivals);
    return std::unique_ptr<Store>(std::make_unique<SqlStore>(std::move(arrivals), connection(place), std::move(clock)));
  } catch (const SqlError& error) {
    return cannot_open(place, error.what());
  }
}

bool exists(const Place& place) { return !place.database.empty() || std::filesystem::exists(file_of(place)); }

}  // namespace lacit::store
