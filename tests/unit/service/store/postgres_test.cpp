// What only a database that others share, and that can go away, must bear.
#include <doctest/doctest.h>

#include <chrono>
#include <future>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "store/postgres.h"
#include "unit/service/store/postgres_server.h"
#include "unit/service/store/support.h"

namespace lacit::tests {
namespace {

/// Commits in this server wait for a second one that does not exist: what is ended then is committed, and nobody was
/// told.
class SilentCommits {
 public:
  SilentCommits() : admin_(PostgresServer::instance().url("postgres")) { set("nobody"); }
  SilentCommits(const SilentCommits&) = delete;
  SilentCommits& operator=(const SilentCommits&) = delete;
  ~SilentCommits() { set(""); }

  void end_next() {
    const char* sql =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND pid <> "
        "pg_backend_pid()";
    while (admin_.run(sql, {}).empty()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }

 private:
  void set(const std::string& standby) {
    admin_.run("ALTER SYSTEM SET synchronous_standby_names = '" + standby + "'", {});
    admin_.run("SELECT pg_reload_conf()", {});
    const auto shown = [&] {
      return store::Connection(PostgresServer::instance().url("postgres"))
          .run("SHOW synchronous_standby_names", {})
          .at(0)
          .text(0);
    };
    while (shown() != standby) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }

  store::Connection admin_;
};

}  // namespace

TEST_CASE("postgres: 38: a message whose commit was answered to nobody is found by its id, and is there once") {
  const OnPostgres database;
  const auto store = open_store(database.place());
  std::promise<store::Receipt> promise;
  {
    SilentCommits silent;
    store->add(arrival("1", "key"), [&](store::Receipt receipt) { promise.set_value(std::move(receipt)); });
    silent.end_next();
    const store::Receipt receipt = promise.get_future().get();
    CHECK(receipt.outcome == store::Outcome::stored);
    CHECK(receipt.reference == "REF-1");
  }
  CHECK(add(*store, arrival("2", "key")).outcome == store::Outcome::repeated);
  CHECK(store->stats().value().submissions == 1);
  CHECK(store->stats().value().waiting == 1);
}

TEST_CASE("postgres: 33, 39: what a lost commit claimed or deleted is given all the same") {
  const OnPostgres database;
  const auto store = open_store(database.place());
  add(*store, arrival("1"));
  SilentCommits silent;
  auto claimed = std::async(std::launch::async, [&] { return store->claim("mail", 60, 10).value(); });
  silent.end_next();
  CHECK(claimed.get().size() == 1);
  auto removed = std::async(std::launch::async, [&] { return store->remove({}, "REF-1", "ann").value(); });
  silent.end_next();
  CHECK(removed.get().size() == 1);
}

TEST_CASE("postgres: 38: restarted under load it loses nothing that was acknowledged, and keeps nothing twice") {
  const OnPostgres database;
  const auto store = open_store(database.place());
  std::mutex mutex;
  std::map<std::string, int> acknowledged;
  std::jthread load([&](const std::stop_token& stop) {
    for (int i = 0; !stop.stop_requested(); ++i) {
      const std::string id = std::to_string(i);
      if (add(*store, arrival(id, id)).outcome != store::Outcome::stored) continue;
      const std::lock_guard lock(mutex);
      ++acknowledged[id];
    }
  });
  const auto count = [&] {
    const std::lock_guard lock(mutex);
    return acknowledged.size();
  };
  for (int restart = 0; restart < 2; ++restart) {
    const std::size_t before = count();
    while (count() < before + 20) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    PostgresServer::instance().restart();
  }
  const std::size_t before = count();
  while (count() < before + 20) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  load.request_stop();
  load.join();
  const auto kept = store->list({});
  REQUIRE_MESSAGE(kept, (kept ? "" : kept.message()));
  for (const store::Submission& submission : kept.value()) --acknowledged[submission.id];
  for (const auto& missing : acknowledged) CHECK_MESSAGE(missing.second <= 0, missing.first);
}

TEST_CASE("postgres: 32, 33: of servers that share it, one stores a key, and one carries each message") {
  const OnPostgres database;
  const auto one = open_store(database.place());
  const auto other = open_store(database.place());
  std::atomic<int> stored{0};
  std::atomic<int> answered{0};
  for (int i = 0; i < 100; ++i) {
    for (const auto& [store, name] : {std::pair(one.get(), "a"), std::pair(other.get(), "b")}) {
      // The second server gets them the other way round: each waits for what the other one has begun.
      const std::string key = std::to_string(store == one.get() ? i : 99 - i);
      store->add(arrival(name + key, key), [&](const store::Receipt& receipt) {
        stored += receipt.outcome == store::Outcome::stored ? 1 : 0;
        answered += receipt.outcome == store::Outcome::busy ? 0 : 1;
      });
    }
  }
  add(*one, arrival("last"));
  add(*other, arrival("last of the other"));
  CHECK(answered == 200);
  CHECK(stored == 100);
  std::multiset<std::int64_t> carried;
  const auto claim = [](store::Store& store) { return store.claim("mail", 60, 70).value(); };
  auto theirs = std::async(std::launch::async, [&] { return claim(*other); });
  for (const store::Delivery& delivery : claim(*one)) carried.insert(delivery.id);
  for (const store::Delivery& delivery : theirs.get()) carried.insert(delivery.id);
  for (const store::Delivery& delivery : claim(*one)) carried.insert(delivery.id);
  CHECK(carried.size() == 102);
  CHECK(std::set<std::int64_t>(carried.begin(), carried.end()).size() == 102);
}

TEST_CASE("postgres: 20: why it cannot be opened is said without a word of the password") {
  for (const std::string& url :
       {std::string("postgresql://ann:swordfish@127.0.0.1:1/lacit"), std::string("postgresql://ann:sword@fish@h/lacit"),
        std::string("postgresql://ann:sword/fish@h/lacit"), std::string("postgresql://ann:sword?fish@h/lacit"),
        std::string("host=h password=swordfish"), std::string("postgresql://h:swordfish"),
        std::string("postgresql://h/lacit?password=swordfish&sword=fish")}) {
    const auto opened = store::open({"", url});
    REQUIRE_FALSE(opened);
    CAPTURE(opened.message());
    CHECK(opened.message().find("--database postgresql://") != std::string::npos);
    CHECK(opened.message().find("swordfish") == std::string::npos);
  }
}

}  // namespace lacit::tests
