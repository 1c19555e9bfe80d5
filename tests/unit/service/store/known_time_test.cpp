// What is deleted because it is old must be old by more than a clock that somebody sets.
#include <doctest/doctest.h>

#include "unit/service/store/support.h"

namespace lacit::tests {
namespace {

constexpr store::Seconds minute = 60;
constexpr store::Seconds day = 24L * 3600;

store::Arrival with_proof(const std::string& id, store::Seconds expires) {
  store::Arrival one = arrival(id);
  one.proof = "nonce";
  one.proof_expires = expires;
  return one;
}

}  // namespace

TEST_CASE_TEMPLATE("store: 11.A7: a clock that was 30 days ahead and comes back lets no proof be used twice", On,
                   OnSqlite, OnPostgres) {
  const On database;
  const auto store = open_store(database.place());
  REQUIRE(store->tick());
  const store::Seconds expires = clock_now + 20 * minute;
  CHECK(add(*store, with_proof("1", expires)).outcome == store::Outcome::stored);
  clock_now += 30 * day;
  for (int minutes = 0; minutes < 10; ++minutes) {
    pass(minute);
    REQUIRE(store->tick());
    add(*store, arrival("ahead-" + std::to_string(minutes)));
  }
  clock_now -= 30 * day;
  CHECK(add(*store, with_proof("2", expires)).outcome == store::Outcome::proof_used);
}

TEST_CASE_TEMPLATE(
    "store: 11.A7: nor does one that a restart met ahead, nor one that was ahead from the first start on", On, OnSqlite,
    OnPostgres) {
  const On database;
  store::Seconds expires = 0;
  {
    const auto store = open_store(database.place());
    REQUIRE(store->tick());
    expires = clock_now + 20 * minute;
    CHECK(add(*store, with_proof("1", expires)).outcome == store::Outcome::stored);
  }
  clock_now += 30 * day;
  {
    const auto store = open_store(database.place());
    for (int i = 0; i < 3; ++i) REQUIRE(store->tick());
  }
  clock_now -= 30 * day;
  const auto store = open_store(database.place());
  REQUIRE(store->tick());
  CHECK(add(*store, with_proof("2", expires)).outcome == store::Outcome::proof_used);
}

TEST_CASE_TEMPLATE("store: 11.A7: the time that has surely come follows the clock, slowly where that jumps", On,
                   OnSqlite, OnPostgres) {
  const On database;
  const store::Seconds start = clock_now;
  const auto store = open_store(database.place());
  CHECK(store->tick().value() == start);
  pass(100);
  CHECK(store->tick().value() == start + 100);
  clock_now += 400 * day;
  CHECK(store->tick().value() == start + 100);
  pass(100);
  CHECK(store->tick().value() == start + 300);  // At double speed, so that time without a server is made up for.
  const auto other = open_store(database.place());
  CHECK(other->tick().value() == start + 300);
  pass(100);
  CHECK(other->tick().value() == start + 500);
  CHECK(store->tick().value() == start + 500);  // Two servers are not twice as fast.
  clock_now -= 400 * day;
  CHECK(store->tick().value() == start + 300);
  clock_now -= 10 * day;
  CHECK(store->tick().value() == start + 300 - 10 * day);
  clock_now += 10 * day;
}

TEST_CASE_TEMPLATE("store: 11.A7: in a database of an earlier version its newest message tells the time", On, OnSqlite,
                   OnPostgres) {
  const On database;
  const store::Seconds start = clock_now;
  const auto store = open_store(database.place());
  add(*store, arrival("1"));
  clock_now += 400 * day;
  CHECK(store->tick().value() == start);
  clock_now -= 400 * day;
}

}  // namespace lacit::tests
