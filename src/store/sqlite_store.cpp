// How arrivals come in: one thread takes all that wait into one transaction.
#include "store/sqlite_store.h"

#include <chrono>

#include "base/log.h"
#include "store/migrations.h"
#include "store/sqlite_inserter.h"

namespace lacit::store {
namespace {

constexpr std::size_t largest_group = 256;

Database opened(const std::filesystem::path& file) {
  Database database(file);
  migrate(database);
  return database;
}

}  // namespace

Seconds now() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

base::Result<std::unique_ptr<Store>> open_sqlite(const std::filesystem::path& folder, Clock clock) {
  const std::filesystem::path file = folder / "lacit.sqlite";
  try {
    return std::unique_ptr<Store>(std::make_unique<SqliteStore>(file, std::move(clock)));
  } catch (const SqliteError& error) {
    return base::Error{"the database " + file.string() + " cannot be opened (" + error.what() +
                       "); mend or move it, or name another folder with --data"};
  }
}

SqliteStore::SqliteStore(const std::filesystem::path& file, Clock clock)
    : clock_(std::move(clock)),
      arrivals_(opened(file)),
      others_(file),
      writer_([this](const std::stop_token& stop) { write_until_stopped(stop); }) {}

SqliteStore::~SqliteStore() {
  writer_.request_stop();
  writer_.join();
}

void SqliteStore::add(Arrival arrival, std::function<void(Receipt)> done) {
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back({std::move(arrival), std::move(done)});
  }
  wake_.notify_one();
}

void SqliteStore::write_until_stopped(const std::stop_token& stop) {
  while (true) {
    std::deque<Waiting> group;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, stop, [this] { return !queue_.empty(); });
      if (queue_.empty()) return;  // Stopped, and nobody waits.
      while (!queue_.empty() && group.size() < largest_group) {
        group.push_back(std::move(queue_.front()));
        queue_.pop_front();
      }
    }
    write(std::move(group));
  }
}

// No statement lives longer than its group: a prepared one that once failed would keep the failure.
void SqliteStore::write(std::deque<Waiting> group) {
  std::vector<Receipt> receipts(group.size());
  try {
    Inserter inserter(arrivals_);
    Transaction transaction(arrivals_);
    const Seconds now = clock_();
    inserter.forget_proofs(now);
    for (std::size_t i = 0; i < group.size(); ++i) receipts[i] = inserter.insert(group[i].arrival, now);
    transaction.commit();
  } catch (const SqliteError& error) {
    base::log(std::to_string(group.size()) + " messages were not stored: " + error.what());
    receipts.assign(group.size(), Receipt{});  // Busy: senders try again under their keys.
  }
  for (std::size_t i = 0; i < group.size(); ++i) group[i].done(std::move(receipts[i]));
}

}  // namespace lacit::store
