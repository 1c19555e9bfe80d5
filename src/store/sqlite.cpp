#include "store/sqlite.h"

#include <sys/stat.h>

namespace lacit::store {
namespace {

constexpr int busy_milliseconds = 5000;

[[noreturn]] void fail(sqlite3* handle) { throw SqliteError(sqlite3_extended_errcode(handle), sqlite3_errmsg(handle)); }

}  // namespace

Database::Database(const std::filesystem::path& file) {
  sqlite3* opened = nullptr;
  const mode_t before = umask(077);  // The WAL and its index take their mode from here too.
  const int code = sqlite3_open_v2(
      file.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      nullptr);
  umask(before);
  handle_.reset(opened);
  if (code != SQLITE_OK) fail(opened);
  sqlite3_busy_timeout(opened, busy_milliseconds);
  // form-backend 31: a commit is an fsync. Deleted words do not stay in free pages (39).
  run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; "
      "PRAGMA trusted_schema=OFF");
}

void Database::run(const char* sql) {
  if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(handle_.get());
}

Statement::Statement(Database& database, std::string_view sql) : database_(database.handle()) {
  sqlite3_stmt* prepared = nullptr;
  check(sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &prepared,
                           nullptr));
  handle_.reset(prepared);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) fail(database_);
}

void Statement::reset() {
  sqlite3_reset(handle_.get());  // Tells the last step's error once more, which was thrown then.
  sqlite3_clear_bindings(handle_.get());
}

void Statement::bind(int index, std::string_view value) {
  check(sqlite3_bind_text64(handle_.get(), index, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int index, std::int64_t value) { check(sqlite3_bind_int64(handle_.get(), index, value)); }

bool Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    const SqliteError error(code, sqlite3_errmsg(database_));
    sqlite3_reset(handle_.get());
    throw error;
  }
  sqlite3_reset(handle_.get());  // Or it would keep the database's old state in view.
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  return {bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

Transaction::Transaction(Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
  if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace lacit::store
