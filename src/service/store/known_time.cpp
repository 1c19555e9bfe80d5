#include "store/known_time.h"

#include <algorithm>
#include <chrono>

namespace lacit::store {
namespace {

/// What was missed while no program ran is made up for at this pace.
constexpr Seconds pace = 2;

/// In a database of an earlier version: the newest that it tells of; the clock's time where it is empty.
Seconds first_time(Sql& sql, Seconds clock) {
  const auto rows = sql.run(
      "SELECT max(at) FROM (SELECT max(received_at) AS at FROM submission UNION ALL SELECT max(at) FROM audit) AS seen",
      {});
  return rows[0].text(0).empty() ? clock : rows[0].integer(0);
}

}  // namespace

Seconds steady() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Seconds KnownTime::tick(Sql& sql, Seconds clock) {
  const Seconds now = steady_();
  const auto rows = sql.run("SELECT at FROM upkeep WHERE what = 'time'", {});
  Seconds known = rows.empty() ? first_time(sql, clock) : rows[0].integer(0);
  // Of several servers on one database each has looked at the same time: they go on together, not one after another.
  if (last_) known = std::max(known, last_->known + pace * (now - last_->steady));
  known = std::min(known, clock);
  sql.run("INSERT INTO upkeep (what, at) VALUES ('time', $1) ON CONFLICT (what) DO UPDATE SET at = excluded.at",
          {known});
  last_ = {now, known};
  return known;
}

void make_upkeep(Sql& sql) {
  sql.script(sql.dialect() == Dialect::sqlite
                 ? "CREATE TABLE IF NOT EXISTS upkeep (what TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) STRICT"
                 : "CREATE TABLE IF NOT EXISTS upkeep (what TEXT NOT NULL PRIMARY KEY, at BIGINT NOT NULL)");
}

}  // namespace lacit::store
