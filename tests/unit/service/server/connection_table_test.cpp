#include "server/connection_table.h"

#include <doctest/doctest.h>

#include <memory>
#include <vector>

using lacit::server::ConnectionTable;

namespace {

/// Remembers who had to make room.
class Table {
 public:
  explicit Table(ConnectionTable::Limits limits) : table(limits) {}

  ConnectionTable::Id busy(const std::string& address, bool is_proxy = false) {
    const auto mine = std::make_shared<ConnectionTable::Id>(0);
    return *mine = table.admit(address, is_proxy, [this, mine] { closed.push_back(*mine); });
  }

  ConnectionTable::Id idle(const std::string& address, bool is_proxy = false) {
    const auto id = busy(address, is_proxy);
    table.wait(id);
    return id;
  }

  ConnectionTable table;
  std::vector<ConnectionTable::Id> closed;
};

}  // namespace

TEST_CASE("11.A8: who opens too many connections loses the ones that waited longest, and nobody else does") {
  Table t({.all = 10, .of_one = 3});
  const auto other = t.idle("other");
  std::vector<ConnectionTable::Id> mine;
  mine.reserve(20);
  for (int i = 0; i < 20; ++i) mine.push_back(t.idle("mine"));
  CHECK(t.closed == std::vector(mine.begin(), mine.end() - 3));
  CHECK(t.table.size() == 4);
  CHECK(t.table.work(other));
  CHECK_FALSE(t.table.work(mine.front()));
  CHECK(t.table.work(mine.back()));
}

TEST_CASE("11.A8: a connection with a request on its way is not closed; then the new one gets no place") {
  Table t({.all = 10, .of_one = 2});
  const auto first = t.idle("a");
  const auto second = t.idle("a");
  CHECK(t.table.work(first));
  CHECK(t.idle("a") != 0);
  CHECK(t.closed == std::vector{second});
  const auto third = t.busy("a");
  CHECK(third != 0);  // Instead of the one that just came and waited.
  CHECK(t.busy("a") == 0);
  CHECK(t.busy("b") != 0);
  t.table.leave(first);
  CHECK(t.busy("a") != 0);
}

TEST_CASE("11.A8: where all places are taken, whoever has most of them makes room") {
  Table t({.all = 4, .of_one = 3});
  const auto a = t.idle("a");
  t.idle("a");
  t.idle("a");
  const auto b = t.idle("b");
  CHECK(t.idle("c") != 0);
  CHECK(t.closed == std::vector{a});
  CHECK(t.idle("d") != 0);
  CHECK(t.table.work(b));
  CHECK(t.table.size() == 4);
}

TEST_CASE("11.A8: a proxy's connections are everybody's: no address counts them, and they go last") {
  Table t({.all = 10, .of_one = 2});
  std::vector<ConnectionTable::Id> proxied;
  proxied.reserve(7);
  for (int i = 0; i < 7; ++i) proxied.push_back(t.idle("proxy", true));
  const auto a = t.idle("a");
  t.idle("b");
  t.idle("b");
  CHECK(t.closed.empty());
  CHECK(t.idle("proxy", true) != 0);
  CHECK(t.closed.size() == 1);
  CHECK(t.table.work(a));
  CHECK(t.table.work(t.idle("b")));
  CHECK(t.idle("c") != 0);
  CHECK_FALSE(t.table.work(proxied[0]));
  CHECK(t.table.work(proxied[1]));
  CHECK(t.table.size() == 10);
}

TEST_CASE("11.A8: where nobody else waits, a proxy's oldest makes room") {
  Table t({.all = 3, .of_one = 3});
  const auto proxied = t.idle("proxy", true);
  CHECK(t.table.work(t.idle("a")));
  CHECK(t.table.work(t.idle("a")));
  CHECK(t.idle("b") != 0);
  CHECK(t.closed == std::vector{proxied});
}

TEST_CASE("11.A8: what has left is forgotten") {
  Table t({.all = 2, .of_one = 1});
  for (int i = 0; i < 1000; ++i) {
    const auto id = t.idle(std::to_string(i));
    REQUIRE(id != 0);
    t.table.leave(id);
    t.table.leave(id);
  }
  CHECK(t.table.size() == 0);
  CHECK(t.closed.empty());
}
