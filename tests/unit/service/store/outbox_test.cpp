// A row for each recipient, and what is known of a message beside its words; on every database.
#include <doctest/doctest.h>

#include "unit/service/store/support.h"

namespace lacit::tests {

TEST_CASE_TEMPLATE("store: 11.A4: each recipient has a row of its own, under one name, and refusals are counted", On,
                   OnSqlite, OnPostgres) {
  const On database;
  const auto store = open_store(database.place());
  store::Arrival one = arrival("1");
  one.routes = {{.channel = "mail", .recipient = "a@example.org"}, {.channel = "mail", .recipient = "b@example.org"}};
  add(*store, one);
  const auto both = store->claim("mail", 60, 10).value();
  REQUIRE(both.size() == 2);
  CHECK(both[0].recipient == "a@example.org");
  CHECK(both[1].recipient == "b@example.org");
  CHECK(both[0].message_id == both[1].message_id);
  CHECK(store->sent(both[0].id));
  CHECK(store->refused(both[1].id, 10, "550 no"));
  clock_now += 10;
  const auto again = store->claim("mail", 60, 10).value();
  REQUIRE(again.size() == 1);
  CHECK(again[0].refusals == 1);
  CHECK(again[0].attempts == 1);
  CHECK(store->give_up(again[0].id, "550 no"));
  CHECK(store->revive().value() == 1);
  CHECK(store->claim("mail", 60, 10).value().at(0).refusals == 0);
}

TEST_CASE_TEMPLATE("store: 11.A4: a message that is readdressed goes to each once, and to nobody when it is deleted",
                   On, OnSqlite, OnPostgres) {
  const On database;
  const auto store = open_store(database.place());
  store::Arrival one = arrival("1");
  one.routes = {{.channel = "mail", .recipient = "old@example.org"}, {.channel = "mail", .recipient = "b@example.org"}};
  add(*store, one);
  const auto first = store->claim("mail", 60, 1).value().at(0);
  REQUIRE(first.recipient == "old@example.org");
  CHECK(store->readdress(first, {"b@example.org", "c@example.org"}));
  CHECK(store->readdress(first, {"b@example.org", "c@example.org"}));
  const auto now = store->claim("mail", 60, 10).value();
  REQUIRE(now.size() == 2);
  CHECK(now[0].recipient == "b@example.org");
  CHECK(now[1].recipient == "c@example.org");
  CHECK(now[1].message_id == first.message_id);
  CHECK(store->remove({}, "REF-1", "ann"));
  CHECK(store->readdress(now[0], {"d@example.org"}));
  CHECK(store->stats().value().waiting == 0);
}

TEST_CASE_TEMPLATE("store: 11.A4: why a message is not verified is kept, and counts as unverified whatever it is", On,
                   OnSqlite, OnPostgres) {
  const On database;
  const auto store = open_store(database.place());
  for (const store::Unverified why :
       {store::Unverified::unknown, store::Unverified::without_script, store::Unverified::captcha_down}) {
    const std::string id = std::to_string(static_cast<int>(why));
    store::Arrival one = arrival(id);
    one.submission.verified = false;
    one.submission.unverified = why;
    add(*store, one);
    const auto found = store->find(id).value();
    REQUIRE(found);
    CHECK_FALSE(found->verified);
    CHECK(found->unverified == why);
  }
  CHECK(store->stats().value().unverified == 3);
}

TEST_CASE_TEMPLATE("store: 11.A9: a key and what was sent under it give the first reference, anything else none", On,
                   OnSqlite, OnPostgres) {
  const On database;
  const auto store = open_store(database.place());
  add(*store, arrival("1", "key"));
  add(*store, arrival("2"));
  CHECK(store->answered("key", "hash").value() == "REF-1");
  CHECK(store->answered("key", "another").value().empty());
  CHECK(store->answered("other", "hash").value().empty());
  CHECK(store->answered("", "hash").value().empty());
  CHECK(store->remove({}, "REF-1", "ann"));
  CHECK(store->answered("key", "hash").value().empty());
}

}  // namespace lacit::tests
