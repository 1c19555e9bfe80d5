// What every store must do, whichever database it is on (form-backend 38).
#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <future>
#include <thread>

#include "store/migrations.h"
#include "store/sqlite_store.h"

namespace store = lacit::store;
namespace fs = std::filesystem;

namespace {

/// A folder of the test's own, gone afterwards.
struct Folder {
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  fs::path path =
      fs::temp_directory_path() /
      ("lacit-store-" +
       std::to_string(std::hash<std::thread::id>()(std::this_thread::get_id()) ^
                      static_cast<std::size_t>(std::chrono::steady_clock::now().time_since_epoch().count())));
};

std::atomic<store::Seconds> clock_now{1'000'000};

std::unique_ptr<store::Store> open(const Folder& folder) {
  auto opened = store::open_sqlite(folder.path, [] { return clock_now.load(); });
  REQUIRE(opened);
  return std::move(opened.value());
}

store::Receipt add(store::Store& store, store::Arrival arrival) {
  std::promise<store::Receipt> promise;
  store.add(std::move(arrival), [&promise](store::Receipt receipt) { promise.set_value(std::move(receipt)); });
  return promise.get_future().get();
}

store::Arrival arrival(const std::string& id, const std::string& key = "") {
  return {.submission = {.id = id,
                         .reference = "REF-" + id,
                         .form = "contact",
                         .received_at = clock_now,
                         .verified = true,
                         .fields = {{"email", "a@b.c"}, {"message", "Hello \"you\"\n'; DROP TABLE submission; --"}},
                         .attachments = {{.name = "ä.pdf", .stored = "aa", .type = "application/pdf", .bytes = 7}}},
          .idempotency_key = key,
          .body_hash = "hash",
          .proof = {},
          .proof_expires = 0,
          .channels = {"mail"}};
}

}  // namespace

TEST_CASE("store: what was sent comes out as it was, also after a restart") {
  const Folder folder;
  {
    const auto store = open(folder);
    CHECK(add(*store, arrival("1")).outcome == store::Outcome::stored);
  }
  const auto store = open(folder);
  const auto found = store->find("REF-1");
  REQUIRE(found);
  REQUIRE(found.value());
  const store::Submission& submission = *found.value();
  CHECK(submission.id == "1");
  CHECK(submission.fields == arrival("1").submission.fields);
  REQUIRE(submission.attachments.size() == 1);
  CHECK(submission.attachments[0].name == "ä.pdf");
  CHECK(submission.attachments[0].bytes == 7);
  CHECK(submission.verified);
  CHECK_FALSE(store->find("nothing").value());
}

TEST_CASE("store: 26: those with files can be asked for alone") {
  const Folder folder;
  const auto store = open(folder);
  add(*store, arrival("1"));
  store::Arrival bare = arrival("2");
  bare.submission.attachments.clear();
  add(*store, bare);
  CHECK(store->list({}).value().size() == 2);
  const auto found = store->list({.form = {}, .before = 0, .most = 0, .with_files = true}).value();
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "1");
}

TEST_CASE("store: 32: the same key is one row, one message and the same answer; with another body it is refused") {
  const Folder folder;
  const auto store = open(folder);
  CHECK(add(*store, arrival("1", "key")).outcome == store::Outcome::stored);
  const store::Receipt again = add(*store, arrival("2", "key"));
  CHECK(again.outcome == store::Outcome::repeated);
  CHECK(again.reference == "REF-1");
  store::Arrival other = arrival("3", "key");
  other.body_hash = "another";
  CHECK(add(*store, other).outcome == store::Outcome::mismatch);
  CHECK(store->stats().value().submissions == 1);
  CHECK(store->stats().value().waiting == 1);
}

TEST_CASE("store: 27: of fifty that use one proof at the same time, one is stored") {
  const Folder folder;
  std::atomic<int> stored{0};
  std::atomic<int> used{0};
  {
    const auto store = open(folder);
    for (int i = 0; i < 50; ++i) {
      store::Arrival one = arrival(std::to_string(i));
      one.proof = "nonce";
      one.proof_expires = clock_now + 100;
      store->add(std::move(one), [&](const store::Receipt& receipt) {
        stored += receipt.outcome == store::Outcome::stored ? 1 : 0;
        used += receipt.outcome == store::Outcome::proof_used ? 1 : 0;
      });
    }
  }  // 9: what waits is finished before the store ends.
  CHECK(stored == 1);
  CHECK(used == 49);
  const auto store = open(folder);
  store::Arrival later = arrival("99");
  later.proof = "nonce";
  CHECK(add(*store, later).outcome == store::Outcome::proof_used);
  clock_now += 1000;
  CHECK(add(*store, later).outcome == store::Outcome::stored);  // Nobody can use an expired proof: it is forgotten.
}

TEST_CASE("store: 33: a message that is claimed and not sent comes back under the same id when the lease ends") {
  const Folder folder;
  const auto store = open(folder);
  add(*store, arrival("1"));
  const auto first = store->claim("mail", 60, 10).value();
  REQUIRE(first.size() == 1);
  CHECK(first[0].attempts == 0);
  CHECK(store->claim("mail", 60, 10).value().empty());
  CHECK(store->claim("webhook", 60, 10).value().empty());
  clock_now += 61;
  const auto second = store->claim("mail", 60, 10).value();
  REQUIRE(second.size() == 1);
  CHECK(second[0].message_id == first[0].message_id);
  CHECK(second[0].attempts == 1);
  CHECK(store->sent(second[0].id));
  clock_now += 61;
  CHECK(store->claim("mail", 60, 10).value().empty());
}

TEST_CASE(
    "store: 33: a server that starts takes up at once what the one before had claimed, but no pause ends sooner") {
  const Folder folder;
  {
    const auto store = open(folder);
    add(*store, arrival("1"));
    add(*store, arrival("2"));
    const auto claimed = store->claim("mail", 60, 10).value();
    REQUIRE(claimed.size() == 2);
    CHECK(store->retry(claimed[1].id, 100, "421 later"));
  }
  const auto store = open(folder);
  CHECK(store->claim("mail", 60, 10).value().empty());
  CHECK(store->release_claims());
  const auto again = store->claim("mail", 60, 10).value();
  REQUIRE(again.size() == 1);
  CHECK(again[0].attempts == 1);
}

TEST_CASE("store: 34: retries wait, dead messages stay until they are revived") {
  const Folder folder;
  const auto store = open(folder);
  add(*store, arrival("1"));
  const auto claimed = store->claim("mail", 60, 10).value();
  CHECK(store->retry(claimed[0].id, 100, "421 later"));
  clock_now += 99;
  CHECK(store->claim("mail", 60, 10).value().empty());
  clock_now += 1;
  CHECK(store->claim("mail", 60, 10).value().size() == 1);
  CHECK(store->give_up(claimed[0].id, "550 never"));
  clock_now += 1000;
  CHECK(store->claim("mail", 60, 10).value().empty());
  CHECK(store->stats().value().dead == 1);
  CHECK(store->revive().value() == 1);
  CHECK(store->claim("mail", 60, 10).value().size() == 1);
}

TEST_CASE("store: 36: a clock that is set back a year holds nothing up") {
  const Folder folder;
  const auto store = open(folder);
  add(*store, arrival("1"));
  clock_now -= 365L * 24 * 3600;
  CHECK(store->claim("mail", 60, 10).value().size() == 1);
  clock_now += 365L * 24 * 3600;
}

TEST_CASE("store: 39, 40: what is deleted is gone with what waited, and the trail says who did it, not what it said") {
  const Folder folder;
  const auto store = open(folder);
  add(*store, arrival("1"));
  clock_now += 100;
  add(*store, arrival("2"));
  const auto old = store->remove({.form = {}, .before = clock_now, .most = 0}, "", "retention").value();
  REQUIRE(old.size() == 1);
  CHECK(old[0].attachments.size() == 1);  // So that the files can go too.
  CHECK(store->list({}).value().size() == 1);
  CHECK(store->stats().value().waiting == 1);
  CHECK(store->remove({}, "REF-2", "ann").value().size() == 1);
  CHECK(store->list({}).value().empty());
  CHECK(store->stats().value().waiting == 0);
}

TEST_CASE("store: 37: every version of the database becomes the newest; a newer one is left alone") {
  const Folder folder;
  {
    store::Database database(folder.path / "lacit.sqlite");
    CHECK(store::version(database) == 0);
    store::migrate(database, 1);
    CHECK(store::version(database) == 1);
    database.run("INSERT INTO submission VALUES ('1', 'REF-1', 'contact', 1, 1, '[]', '[]', NULL, 'hash')");
    store::migrate(database);
    CHECK(store::version(database) == 2);
    store::migrate(database);
  }
  {
    const auto store = open(folder);
    CHECK(store->find("REF-1").value());
  }
  {
    store::Database database(folder.path / "lacit.sqlite");
    database.run("PRAGMA user_version=99");
  }
  const auto opened = store::open_sqlite(folder.path);
  REQUIRE_FALSE(opened);
  CHECK(opened.message().find("a newer lacit has made it") != std::string::npos);
}

TEST_CASE("store: 25: held files are found until the scanner's word, which is taken once, and only for them") {
  const Folder folder;
  const auto store = open(folder);
  store::Arrival one = arrival("1");
  one.submission.attachments = {
      {.name = "\"scan\":\"held\"", .stored = "aa", .type = "text/plain", .bytes = 1},
      {.name = "b", .stored = "bb", .type = "text/plain", .bytes = 1, .scan = store::Scan::held},
      {.name = "c", .stored = "cc", .type = "text/plain", .bytes = 1, .scan = store::Scan::held}};
  add(*store, one);
  one = arrival("2");
  one.submission.attachments[0].name = "\"scan\":\"held\"";
  add(*store, one);
  REQUIRE(store->held(10).value().size() == 1);
  CHECK(store->held(10).value()[0].id == "1");
  CHECK(store->release("1", "bb", store::Scan::clean).value());
  CHECK_FALSE(store->release("1", "bb", store::Scan::found).value());
  CHECK_FALSE(store->release("1", "aa", store::Scan::found).value());
  CHECK_FALSE(store->release("2", "cc", store::Scan::found).value());
  CHECK(store->release("1", "cc", store::Scan::found).value());
  CHECK(store->held(10).value().empty());
  const auto files = store->find("1").value()->attachments;
  REQUIRE(files.size() == 3);
  CHECK(files[0].is_free());
  CHECK(files[1].scan == store::Scan::clean);
  CHECK(files[1].is_free());
  CHECK(files[2].scan == store::Scan::found);
  CHECK_FALSE(files[2].is_free());
}

TEST_CASE("store: 41: visits add up by day, page and kind of source, and that is all there is") {
  const Folder folder;
  const auto store = open(folder);
  REQUIRE(store->add_visits({{.day = "2026-11-23", .page = "/", .from = "search", .count = 2},
                             {.day = "2026-11-24", .page = "/", .from = "none", .count = 1}}));
  REQUIRE(store->add_visits({{.day = "2026-11-24", .page = "/", .from = "none", .count = 4}}));
  const auto all = store->visits("2026-11-23").value();
  REQUIRE(all.size() == 2);
  CHECK(all[1].count == 5);
  CHECK(store->visits("2026-11-24").value().size() == 1);
}

TEST_CASE("store: 22: the database is for its owner only") {
  const Folder folder;
  const auto store = open(folder);
  add(*store, arrival("1"));
  for (const auto& entry : fs::directory_iterator(folder.path)) {
    CAPTURE(entry.path());
    CHECK((entry.status().permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
  }
}
