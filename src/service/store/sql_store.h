// The store on a database that speaks SQL: one thread writes arrivals, as many a commit as are waiting; everything else
// shares a second connection.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "store/known_time.h"
#include "store/open.h"
#include "store/sql.h"

namespace lacit::store {

class SqlStore : public Store {
 public:
  SqlStore(std::unique_ptr<Sql> arrivals, std::unique_ptr<Sql> others, Clock clock, Steady steady);
  ~SqlStore() override;

  void add(Arrival arrival, std::function<void(Receipt)> done) override;
  base::Result<std::string> answered(const std::string& idempotency_key, const std::string& body_hash) override;
  void drain() override;
  [[nodiscard]] bool well() const override { return well_; }
  [[nodiscard]] bool doubtful() const override { return doubtful_; }
  base::Result<Seconds> tick() override;
  base::Result<bool> copy_to(const std::filesystem::path& file) override;
  base::Result<std::vector<Submission>> list(const Filter& filter) override;
  base::Result<std::uint64_t> how_many(const Filter& filter) override;
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
  base::Result<bool> refused(std::int64_t delivery, Seconds delay, const std::string& why) override;
  base::Result<bool> readdress(const Delivery& delivery, const std::vector<std::string>& recipients) override;
  base::Result<bool> give_up(std::int64_t delivery, const std::string& why) override;
  base::Result<std::size_t> revive() override;
  base::Result<bool> add_visits(const std::vector<Visits>& visits) override;
  base::Result<std::vector<Visits>> visits(const std::string& since) override;

 private:
  /// A server that goes down may be noticed in the work, then at the next beginning, then at its second coming.
  static constexpr int most_tries = 5;

  struct Waiting {
    Arrival arrival;
    std::function<void(Receipt)> done;
  };

  void write_until_stopped(const std::stop_token& stop);
  [[nodiscard]] std::deque<Waiting> next_group(const std::stop_token& stop);
  [[nodiscard]] std::vector<Receipt> write(const std::deque<Waiting>& group);
  [[nodiscard]] std::vector<Receipt> write_once(const std::deque<Waiting>& group);
  [[nodiscard]] base::Result<bool> put_off(std::int64_t delivery, Seconds delay, const std::string& why,
                                           std::int64_t refusals);
  /// Runs the work once more where its connection was lost, even if that was in the commit: it must bear that.
  template <typename Work>
  auto in_transaction(const Work& work) -> base::Result<decltype(work())>;

  /// Whatever was deleted, its traces too: at once, or at a later tick where another program holds it up.
  void erase_traces();
  /// In the transaction that deletes.
  void note_traces();

  Clock clock_;
  std::unique_ptr<Sql> arrivals_;  ///< The writing thread's own.
  std::unique_ptr<Sql> others_;    ///< Everything else's, under its mutex.
  std::mutex others_mutex_;
  KnownTime known_time_;  ///< Under the same mutex.
  std::atomic<bool> well_{true}, doubtful_{false};
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::deque<Waiting> queue_;
  std::jthread writer_;  ///< Last: it ends before what it uses.
};

template <typename Work>
auto SqlStore::in_transaction(const Work& work) -> base::Result<decltype(work())> {
  const std::lock_guard lock(others_mutex_);
  for (int tries = 1;; ++tries) {
    try {
      Transaction transaction(*others_);
      auto result = work();
      transaction.commit();
      return result;
    } catch (const SqlError& error) {
      if (!error.again || tries == most_tries) return base::Error{error.what()};
    }
  }
}

}  // namespace lacit::store
