// Databases of earlier versions, and copies of this one's.
#include <doctest/doctest.h>

#include <set>
#include <thread>

#include "store/migrations.h"
#include "unit/service/store/support.h"

namespace lacit::tests {
namespace {

constexpr const char* old_row =
    "INSERT INTO submission VALUES ('1', 'REF-1', 'contact', 1, 1, '[[\"email\",\"a@b.c\"]]', '[]', NULL, 'hash')";

}  // namespace

TEST_CASE_TEMPLATE("store: 37: every version of the database becomes the newest; a newer one is left alone", On,
                   OnSqlite, OnPostgres) {
  const On database;
  {
    const auto sql = database.sql();
    store::migrate(*sql, 1);
    CHECK(store::version(*sql) == 1);
    sql->run(old_row, {});
    store::migrate(*sql);
    CHECK(store::version(*sql) == 3);
    store::migrate(*sql);
    CHECK(store::version(*sql) == 3);
  }
  {
    const auto opened = open_store(database.place());
    const auto found = opened->find("REF-1").value();
    REQUIRE(found);
    CHECK(found->fields == std::vector<std::pair<std::string, std::string>>{{"email", "a@b.c"}});
    CHECK(opened->add_visits({{.day = "2026-11-24", .page = "/", .from = "none", .count = 1}}));
  }
  const auto sql = database.sql();
  const bool sqlite = sql->dialect() == store::Dialect::sqlite;
  sql->run(sqlite ? "PRAGMA user_version=99" : "INSERT INTO version (number) VALUES (99)", {});
  const auto opened = store::open(database.place());
  REQUIRE_FALSE(opened);
  CHECK(opened.message().find("a newer lacit has made it") != std::string::npos);
}

TEST_CASE_TEMPLATE("store: 11.A4: what waits, and what was given up, outlives the step to a row for each recipient", On,
                   OnSqlite, OnPostgres) {
  const On database;
  {
    const auto sql = database.sql();
    store::migrate(*sql, 2);
    sql->run(old_row, {});
    sql->run("INSERT INTO outbox (submission, channel, state, due_at) VALUES ('1', 'mail', 'waiting', 5)", {});
    sql->run("INSERT INTO outbox (submission, channel, state, due_at) VALUES ('1', 'mail', 'dead', 5)", {});
  }
  const auto store = open_store(database.place());
  CHECK(store->find("REF-1").value()->verified);
  CHECK(store->stats().value().dead == 1);
  const auto claimed = store->claim("mail", 60, 10).value();
  REQUIRE(claimed.size() == 1);
  CHECK(claimed[0].recipient.empty());
  CHECK(claimed[0].refusals == 0);
  CHECK(store->readdress(claimed[0], {"ann@example.org", "bea@example.org"}));
  CHECK(store->claim("mail", 60, 10).value().size() == 2);
}

TEST_CASE_TEMPLATE("store: 37: servers that start at once make one database", On, OnSqlite, OnPostgres) {
  const On database;
  std::atomic<int> opened{0};
  {
    std::vector<std::jthread> servers;
    servers.reserve(6);
    for (int i = 0; i < 6; ++i) {
      servers.emplace_back([&] { opened += store::open(database.place()) ? 1 : 0; });
    }
  }
  CHECK(opened == 6);
  CHECK(store::version(*database.sql()) == 3);
}

TEST_CASE_TEMPLATE("store: 37: a backup that is taken while messages come in holds all that were acknowledged before",
                   On, OnSqlite, OnPostgres) {
  const On database;
  std::set<std::string> before;
  store::Place copy;
  {
    const auto store = open_store(database.place());
    for (int i = 0; i < 50; ++i) {
      const std::string id = "before-" + std::to_string(i);
      if (add(*store, arrival(id, id)).outcome == store::Outcome::stored) before.insert(id);
    }
    std::jthread load([&](const std::stop_token& stop) {
      for (int i = 0; !stop.stop_requested(); ++i) add(*store, arrival("during-" + std::to_string(i)));
    });
    copy = database.backup();
  }
  const auto restored = open_store(copy);
  const auto kept = restored->list({});
  for (const store::Submission& submission : kept.value()) before.erase(submission.id);
  CHECK(before.empty());
  CHECK(restored->stats().value().waiting == restored->stats().value().submissions);
  CHECK(add(*restored, arrival("new", "before-1")).outcome == store::Outcome::repeated);
  CHECK(add(*restored, arrival("new")).outcome == store::Outcome::stored);
}

}  // namespace lacit::tests
