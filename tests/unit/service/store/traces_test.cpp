// What is left in SQLite's files of what was deleted, and of what was copied. PostgreSQL's files are its own.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "unit/service/store/support.h"

namespace lacit::tests {
namespace {
namespace fs = std::filesystem;

/// Every byte of every file in a folder.
std::string all_bytes(const fs::path& folder) {
  std::string bytes;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(in), {});
  }
  return bytes;
}

std::string word(int number) { return "WORD" + std::to_string(10'000 + number); }

/// Of very different lengths, so that rows move between pages while others come and go.
store::Arrival long_one(int number) {
  store::Arrival one = arrival(std::to_string(number * 7919 % 10'007));
  std::string text;
  for (int i = 0; i <= number * 37 % 900; ++i) text += word(number);
  one.submission.fields = {{"message", text}};
  return one;
}

}  // namespace

TEST_CASE("store: 11.A7: of three hundred messages that came and went no byte is left while the store is open") {
  const OnSqlite database;
  const auto store = open_store(database.place());
  for (int i = 0; i < 300; ++i) {
    REQUIRE(add(*store, long_one(i)).outcome == store::Outcome::stored);
    if (i % 40 == 39) REQUIRE(store->remove({}, long_one(i - 20).submission.id, "ann"));
  }
  const std::string kept = long_one(299).submission.id;
  for (int i = 0; i < 299; ++i) {
    if (i % 3 != 0) REQUIRE(store->remove({}, long_one(i).submission.id, "ann"));
  }
  const std::string bytes = all_bytes(database.folder.path);
  for (int i = 0; i < 299; ++i) {
    if (i % 3 == 0) continue;
    CAPTURE(i);
    CHECK(bytes.find(word(i)) == std::string::npos);
  }
  CHECK(bytes.find(word(299)) != std::string::npos);
  CHECK(store->find(kept).value());
}

TEST_CASE("store: 11.A7: what one program cannot erase, since another one reads, is erased at a server's next tick") {
  const OnSqlite database;
  const auto store = open_store(database.place());
  add(*store, long_one(1));
  {
    const auto reader = database.sql();
    reader->script("BEGIN; SELECT * FROM submission;");
    REQUIRE(open_store(database.place())->remove({}, long_one(1).submission.id, "ann"));
    CHECK(all_bytes(database.folder.path).find(word(1)) != std::string::npos);
  }
  REQUIRE(store->tick());
  CHECK(all_bytes(database.folder.path).find(word(1)) == std::string::npos);
}

TEST_CASE("store: 11.A7: a copy that is made under load is whole, one file, its owner's alone") {
  const OnSqlite database;
  const DataFolder copies;
  {
    const auto store = open_store(database.place());
    for (int i = 0; i < 50; ++i) add(*store, arrival("before-" + std::to_string(i)));
    std::atomic<bool> enough{false};
    int last = 0;
    std::jthread load([&] {
      for (; !enough; ++last) add(*store, arrival("during-" + std::to_string(last)));
    });
    REQUIRE(store->copy_to(copies.path / "lacit.sqlite"));
    enough = true;
  }
  CHECK(std::distance(fs::directory_iterator(copies.path), fs::directory_iterator()) == 1);
  struct stat mode {};
  REQUIRE(stat((copies.path / "lacit.sqlite").c_str(), &mode) == 0);
  CHECK((mode.st_mode & 0777U) == 0600U);
  const auto restored = open_store({copies.path, ""});
  for (int i = 0; i < 50; ++i) CHECK(restored->find("before-" + std::to_string(i)).value());
  CHECK(restored->stats().value().waiting == restored->stats().value().submissions);
}

TEST_CASE("store: 11.A7: PostgreSQL is copied by its own program, and says so") {
  const OnPostgres database;
  const auto store = open_store(database.place());
  CHECK(store->copy_to(database.folder.path / "copy").message().find("pg_dump") != std::string::npos);
}

}  // namespace lacit::tests
