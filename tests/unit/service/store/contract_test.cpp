// What every store must do, whichever database it is on (form-backend 38).
#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>

#include "unit/service/store/support.h"

namespace lacit::tests {
namespace {

constexpr store::Seconds hour = 3600;

}  // namespace

TEST_CASE_TEMPLATE("store: what was sent comes out as it was, also after a restart", On, OnSqlite, OnPostgres) {
  const On database;
  {
    const auto store = open_store(database.place());
    CHECK(add(*store, arrival("1")).outcome == store::Outcome::stored);
  }
  const auto store = open_store(database.place());
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

TEST_CASE_TEMPLATE(
    "store: 32: the same key is one row, one message and the same answer; with another body it is refused", On,
    OnSqlite, OnPostgres) {
  const On database;
  const auto store = open_store(database.place());
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

TEST_CASE_TEMPLATE("store: 27: of fifty that use one proof at the same time, one is stored", On, OnSqlite, OnPostgres) {
  const On database;
  std::atomic<int> stored{0};
  std::atomic<int> used{0};
  {
    const auto store = open_store(database.place());
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
  const auto store = open_store(database.place());
  store::Arrival later = arrival("99");
  later.proof = "nonce";
  CHECK(add(*store, later).outcome == store::Outcome::proof_used);
  REQUIRE(store->tick());
  pass(23 * hour);
  REQUIRE(store->tick());
  CHECK(add(*store, later).outcome == store::Outcome::proof_used);
  pass(2 * hour);
  REQUIRE(store->tick());
  CHECK(add(*store, later).outcome == store::Outcome::stored);  // Nobody can use it any more: it is forgotten.
}

TEST_CASE_TEMPLATE("store: 33: a message that is claimed and not sent comes back under the same id when the lease ends",
                   On, OnSqlite, OnPostgres) {
  const On database;
  const auto store = open_store(database.place());
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

TEST_CASE_TEMPLATE("store: 34: retries wait, dead messages stay until they are revived", On, OnSqlite, OnPostgres) {
  const On database;
  const auto store = open_store(database.place());
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

TEST_CASE_TEMPLATE("store: 36: a clock that is set back a year holds nothing up", On, OnSqlite, OnPostgres) {
  const On database;
  const auto store = open_store(database.place());
  add(*store, arrival("1"));
  clock_now -= 365L * 24 * 3600;
  CHECK(store->claim("mail", 60, 10).value().size() == 1);
  clock_now += 365L * 24 * 3600;
}

TEST_CASE_TEMPLATE(
    "store: 39, 40: what is deleted is gone with what waited, and the trail says who did it, not what it said", On,
    OnSqlite, OnPostgres) {
  const On database;
  const auto store = open_store(database.place());
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

TEST_CASE_TEMPLATE("store: 41: visits add up by day, page and kind of source, and that is all there is", On, OnSqlite,
                   OnPostgres) {
  const On database;
  const auto store = open_store(database.place());
  REQUIRE(store->add_visits({{.day = "2026-11-23", .page = "/", .from = "search", .count = 2},
                             {.day = "2026-11-24", .page = "/", .from = "none", .count = 1}}));
  REQUIRE(store->add_visits({{.day = "2026-11-24", .page = "/", .from = "none", .count = 4}}));
  const auto all = store->visits("2026-11-23").value();
  REQUIRE(all.size() == 2);
  CHECK(all[1].count == 5);
  CHECK(store->visits("2026-11-24").value().size() == 1);
}

TEST_CASE_TEMPLATE("store: 26: those with files can be asked for alone", On, OnSqlite, OnPostgres) {
  const On database;
  const auto store = open_store(database.place());
  add(*store, arrival("1"));
  store::Arrival bare = arrival("2");
  bare.submission.attachments.clear();
  add(*store, bare);
  CHECK(store->list({}).value().size() == 2);
  const auto found = store->list({.form = {}, .before = 0, .most = 0, .with_files = true}).value();
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "1");
}

TEST_CASE_TEMPLATE("store: 25: held files are found until the scanner's word, which is taken once, and only for them",
                   On, OnSqlite, OnPostgres) {
  const On database;
  const auto store = open_store(database.place());
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

TEST_CASE(
    "store: 33: a server that starts takes up at once what the one before had claimed, but no pause ends sooner") {
  const OnSqlite database;
  {
    const auto store = open_store(database.place());
    add(*store, arrival("1"));
    add(*store, arrival("2"));
    const auto claimed = store->claim("mail", 60, 10).value();
    REQUIRE(claimed.size() == 2);
    CHECK(store->retry(claimed[1].id, 100, "421 later"));
  }
  const auto store = open_store(database.place());
  CHECK(store->claim("mail", 60, 10).value().empty());
  CHECK(store->release_claims());
  const auto again = store->claim("mail", 60, 10).value();
  REQUIRE(again.size() == 1);
  CHECK(again[0].attempts == 1);
}

TEST_CASE("store: 38: of a shared database a server that starts leaves the others' claims alone") {
  const OnPostgres database;
  const auto store = open_store(database.place());
  add(*store, arrival("1"));
  REQUIRE(store->claim("mail", 60, 10).value().size() == 1);
  CHECK(store->release_claims());
  CHECK(store->claim("mail", 60, 10).value().empty());
}

TEST_CASE("store: 22: the database is for its owner only") {
  using std::filesystem::perms;
  const OnSqlite database;
  const auto store = open_store(database.place());
  add(*store, arrival("1"));
  for (const auto& entry : std::filesystem::directory_iterator(database.folder.path)) {
    CAPTURE(entry.path());
    CHECK((entry.status().permissions() & (perms::group_all | perms::others_all)) == perms::none);
  }
}

}  // namespace lacit::tests
