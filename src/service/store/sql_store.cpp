// How arrivals come in: one thread takes all that wait into one transaction.
#include "store/sql_store.h"

#include <algorithm>
#include <chrono>

#include "base/log.h"
#include "store/sql_inserter.h"

namespace lacit::store {
namespace {

constexpr std::size_t largest_group = 256;

}  // namespace

Seconds now() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

SqlStore::SqlStore(std::unique_ptr<Sql> arrivals, std::unique_ptr<Sql> others, Clock clock, Steady steady)
    : clock_(std::move(clock)),
      arrivals_(std::move(arrivals)),
      others_(std::move(others)),
      known_time_(std::move(steady)),
      writer_([this](const std::stop_token& stop) { write_until_stopped(stop); }) {}

SqlStore::~SqlStore() { drain(); }

void SqlStore::drain() {
  writer_.request_stop();
  if (writer_.joinable()) writer_.join();
}

void SqlStore::add(Arrival arrival, std::function<void(Receipt)> done) {
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back({std::move(arrival), std::move(done)});
  }
  wake_.notify_one();
}

std::deque<SqlStore::Waiting> SqlStore::next_group(const std::stop_token& stop) {
  std::deque<Waiting> group;
  std::unique_lock lock(mutex_);
  wake_.wait(lock, stop, [this] { return !queue_.empty(); });
  while (!queue_.empty() && group.size() < largest_group) {
    group.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  // By their keys: of two servers that were sent the same ones each would wait for what the other one has begun.
  std::stable_sort(group.begin(), group.end(), [](const Waiting& a, const Waiting& b) {
    return a.arrival.idempotency_key < b.arrival.idempotency_key;
  });
  return group;
}

void SqlStore::write_until_stopped(const std::stop_token& stop) {
  while (true) {
    const std::deque<Waiting> group = next_group(stop);
    if (group.empty()) return;  // Stopped, and nobody waits.
    std::vector<Receipt> receipts = write(group);
    for (std::size_t i = 0; i < group.size(); ++i) group[i].done(std::move(receipts[i]));
  }
}

// Where a commit's answer is lost, the same arrivals are written again: those that are there are found by their ids,
// and a transaction that the server has not ended yet is waited for (form-backend 38).
std::vector<Receipt> SqlStore::write(const std::deque<Waiting>& group) {
  Receipt otherwise;  // Busy: senders try again under their keys.
  for (int tries = 1;; ++tries) {
    try {
      return write_once(group);
    } catch (const SqlError& error) {
      if (error.unsure) otherwise.outcome = Outcome::unsure;
      if (error.again && tries < most_tries) continue;
      doubtful_ = true;
      base::log(std::to_string(group.size()) + " messages were not stored: " + error.what());
      return std::vector<Receipt>(group.size(), otherwise);
    }
  }
}

std::vector<Receipt> SqlStore::write_once(const std::deque<Waiting>& group) {
  std::vector<Receipt> receipts;
  receipts.reserve(group.size());
  Transaction transaction(*arrivals_);
  const Seconds now = clock_();
  for (const Waiting& waiting : group) receipts.push_back(insert(*arrivals_, waiting.arrival, now));
  transaction.commit();
  return receipts;
}

}  // namespace lacit::store
