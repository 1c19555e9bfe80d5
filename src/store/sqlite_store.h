// The store on SQLite: one file in the data folder, one thread that writes, as many arrivals a commit as are waiting.
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <thread>

#include "store/sqlite.h"
#include "store/store.h"

namespace lacit::store {

using Clock = std::function<Seconds()>;

/// Opens or makes `folder/lacit.sqlite`. The error says what to do.
[[nodiscard]] base::Result<std::unique_ptr<Store>> open_sqlite(const std::filesystem::path& folder, Clock clock = &now);

class SqliteStore : public Store {
 public:
  SqliteStore(const std::filesystem::path& file, Clock clock);
  ~SqliteStore() override;

  void add(Arrival arrival, std::function<void(Receipt)> done) override;
  base::Result<std::vector<Submission>> list(const Filter& filter) override;
  base::Result<std::optional<Submission>> find(const std::string& name) override;
  base::Result<std::vector<Submission>> remove(const Filter& filter, const std::string& name,
                                               const std::string& who) override;
  base::Result<bool> audit(const std::string& who, const std::string& action, const std::string& what) override;
  base::Result<Stats> stats() override;
  base::Result<std::vector<Submission>> held(std::size_t most) override;
  base::Result<bool> release(const std::string& id, const std::string& stored, Scan scan) override;
  base::Result<std::vector<Delivery>> claim(const std::string& channel, Seconds lease, std::size_t most) override;
  base::Result<bool> release_claims() override;
  base::Result<bool> sent(std::int64_t delivery) override;
  base::Result<bool> retry(std::int64_t delivery, Seconds delay, const std::string& why) override;
  base::Result<bool> give_up(std::int64_t delivery, const std::string& why) override;
  base::Result<std::size_t> revive() override;
  base::Result<bool> add_visits(const std::vector<Visits>& visits) override;
  base::Result<std::vector<Visits>> visits(const std::string& since) override;

 private:
  struct Waiting {
    Arrival arrival;
    std::function<void(Receipt)> done;
  };

  void write_until_stopped(const std::stop_token& stop);
  void write(std::deque<Waiting> group);
  template <typename Work>
  auto in_transaction(const Work& work) -> base::Result<decltype(work())>;

  Clock clock_;
  Database arrivals_;  ///< The writing thread's own.
  Database others_;    ///< Everything else's, under its mutex.
  std::mutex others_mutex_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::deque<Waiting> queue_;
  std::jthread writer_;  ///< Last: it ends before what it uses.
};

}  // namespace lacit::store
