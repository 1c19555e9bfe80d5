// Databases that are not there yet, not there any more, or another one suddenly.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "unit/service/store/support.h"

namespace lacit::tests {
namespace {
namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// It is looked for again after a second.
bool comes_back(store::Store& store) {
  for (int tries = 0; tries < 50; ++tries) {
    if (store.tick()) return true;
    std::this_thread::sleep_for(100ms);
  }
  return false;
}

/// Each of the store's connections waits a second of its own: that of the messages may be back after that of `tick`.
bool takes(store::Store& store, const char* key) {
  for (int tries = 0; tries < 50; ++tries) {
    const store::Outcome outcome = add(store, arrival(key)).outcome;
    if (outcome != store::Outcome::busy) return outcome == store::Outcome::stored;
    std::this_thread::sleep_for(100ms);
  }
  return false;
}

}  // namespace

TEST_CASE("store: 11.A8: a store without its folder gives errors and takes nothing, until the folder is there") {
  const DataFolder folder;
  const auto store = store::open_later({folder.path / "later", ""});
  CHECK(store->tick().message().find("cannot be opened") != std::string::npos);
  CHECK_FALSE(store->well());
  CHECK_FALSE(store->list({}));
  CHECK(add(*store, arrival("1")).outcome == store::Outcome::busy);
  fs::create_directory(folder.path / "later");
  CHECK(comes_back(*store));
  CHECK(store->well());
  CHECK(takes(*store, "1"));
}

TEST_CASE("store: 11.A8: a damaged file is told, left as it is, and the one that is put in its place is used") {
  const DataFolder folder;
  const fs::path file = folder.path / "lacit.sqlite";
  std::ofstream(file) << std::string(10'000, 'x');
  const auto store = store::open_later({folder.path, ""});
  CHECK(store->tick().message().find("file is not a database") != std::string::npos);
  CHECK(add(*store, arrival("1")).outcome == store::Outcome::busy);
  CHECK(fs::file_size(file) == 10'000);
  fs::rename(file, folder.path / "damaged");
  CHECK(comes_back(*store));
  CHECK(takes(*store, "1"));
}

TEST_CASE("store: 11.A8: a database that is moved away under a running store takes no message with it") {
  const OnSqlite database;
  const fs::path file = database.folder.path / "lacit.sqlite";
  const auto store = open_store(database.place());
  CHECK(add(*store, arrival("1")).outcome == store::Outcome::stored);
  fs::create_directory(database.folder.path / "old");
  for (const char* ending : {"", "-wal", "-shm"}) {
    fs::rename(file.string() + ending, database.folder.path / "old" / ("lacit.sqlite" + std::string(ending)));
  }
  CHECK(add(*store, arrival("2")).outcome == store::Outcome::stored);
  CHECK_FALSE(store->find("1").value());
  CHECK(store->find("2").value());
  const auto other = open_store(database.place());
  CHECK(other->find("2").value());
  const auto old = open_store({database.folder.path / "old", ""});
  CHECK(old->find("1").value());
}

TEST_CASE("store: 11.A6: what cannot be a PostgreSQL's URL is told at once, without its password") {
  CHECK(store::check_database(""));
  CHECK(store::check_database("postgresql://lacit@db.example/lacit"));
  for (const char* bad : {"mysql://a", "postgresql://u:se@cret@h/d", "postgresql://h:port/d", "host=here"}) {
    CAPTURE(bad);
    const auto checked = store::check_database(bad);
    REQUIRE_FALSE(checked);
    CHECK(checked.message().find("cret") == std::string::npos);
  }
}

}  // namespace lacit::tests
