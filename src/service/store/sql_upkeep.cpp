// What the store does besides taking and giving messages: time, traces, copies.
#include "base/log.h"
#include "store/sql_store.h"

namespace lacit::store {

// Only SQLite's files are ours. Noted with the deletion itself: whoever cannot erase them, or dies before, leaves it to
// the next server's tick.
void SqlStore::note_traces() {
  if (others_->dialect() == Dialect::postgres) return;
  others_->run("INSERT INTO upkeep (what, at) VALUES ('traces', $1) ON CONFLICT (what) DO NOTHING", {clock_()});
}

void SqlStore::erase_traces() {
  if (others_->dialect() == Dialect::postgres) return;
  const std::lock_guard lock(others_mutex_);
  try {
    others_->erase();
    Transaction transaction(*others_);
    others_->run("DELETE FROM upkeep WHERE what = 'traces'", {});
    transaction.commit();
  } catch (const SqlError& error) {
    base::log(std::string("what was deleted still has traces in the database's files (") + error.what() +
              "); a server on this database tries again every minute");
  }
}

// A proof that has ended is kept for a day by a time that no jump of the clock takes along: or a clock that was ahead
// and comes back would let it be used twice (27, 36).
base::Result<Seconds> SqlStore::tick() {
  constexpr Seconds day = 24L * 60 * 60;
  doubtful_ = false;
  bool traces = false;
  auto known = in_transaction([&] {
    const Seconds time = known_time_.tick(*others_, clock_());
    others_->run("DELETE FROM proof WHERE expires_at < $1", {time - day});
    traces = !others_->run("SELECT what FROM upkeep WHERE what = 'traces'", {}).empty();
    return time;
  });
  well_ = static_cast<bool>(known);
  if (known && traces) erase_traces();
  return known;
}

base::Result<bool> SqlStore::copy_to(const std::filesystem::path& file) {
  const std::lock_guard lock(others_mutex_);
  try {
    others_->copy_to(file);
    return true;
  } catch (const SqlError& error) {
    return base::Error{error.what()};
  }
}

}  // namespace lacit::store
