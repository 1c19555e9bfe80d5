// What every store must do, whichever database it is on (form-backend 38).
#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>

#include "unit/store/support.h"

namespace lacit::tests {

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
  clock_now += 1000;
  CHECK(add(*store, later).outcome == store::Outcome::stored);  // Nobody can use an expired proof: it is forgotten.
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
