#include "unit/service/store/support.h"

#include <chrono>
#include <future>

#include "store/postgres.h"
#include "store/sqlite.h"
#include "unit/service/store/postgres_server.h"

namespace lacit::tests {
namespace fs = std::filesystem;

std::atomic<store::Seconds> clock_now{1'000'000};
std::atomic<store::Seconds> steady_now{0};

void pass(store::Seconds seconds) {
  clock_now += seconds;
  steady_now += seconds;
}

DataFolder::DataFolder()
    : path(fs::temp_directory_path() /
           ("lacit-store-" + std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()))) {
  fs::create_directories(path);
}

DataFolder::~DataFolder() { fs::remove_all(path); }

std::unique_ptr<store::Sql> OnSqlite::sql() const {
  return std::make_unique<store::Database>(folder.path / "lacit.sqlite");
}

store::Place OnSqlite::backup() const {
  const fs::path copy = folder.path / "copy";
  fs::create_directory(copy);
  sql()->run("VACUUM INTO $1", {(copy / "lacit.sqlite").string()});
  return {copy, ""};
}

OnPostgres::OnPostgres() : url(PostgresServer::instance().new_database()) {}

std::unique_ptr<store::Sql> OnPostgres::sql() const { return std::make_unique<store::Connection>(url); }

store::Place OnPostgres::backup() const {
  const std::string copy = PostgresServer::instance().new_database();
  PostgresServer::copy(url, copy);
  return {folder.path, copy};
}

std::unique_ptr<store::Store> open_store(const store::Place& place) {
  auto opened = store::open(
      place, [] { return clock_now.load(); }, [] { return steady_now.load(); });
  REQUIRE_MESSAGE(opened, (opened ? "" : opened.message()));
  return std::move(opened.value());
}

store::Receipt add(store::Store& store, store::Arrival arrival) {
  std::promise<store::Receipt> promise;
  store.add(std::move(arrival), [&promise](store::Receipt receipt) { promise.set_value(std::move(receipt)); });
  return promise.get_future().get();
}

store::Arrival arrival(const std::string& id, const std::string& key) {
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
          .routes = {{.channel = "mail", .recipient = "staff@example.org"}}};
}

}  // namespace lacit::tests
