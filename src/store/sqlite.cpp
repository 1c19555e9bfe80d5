#include "store/sqlite.h"

#include <sys/stat.h>

namespace lacit::store {
namespace {

constexpr int busy_milliseconds = 5000;

[[noreturn]] void fail(sqlite3* handle) { throw SqlError(sqlite3_errmsg(handle)); }

void check(sqlite3* handle, int code) {
  if (code != SQLITE_OK) fail(handle);
}

}  // namespace

Database::Database(const std::filesystem::path& file) {
  sqlite3* opened = nullptr;
  const mode_t before = umask(077);  // The WAL and its index take their mode from here too.
  const int code = sqlite3_open_v2(
      file.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      nullptr);
  umask(before);
  handle_.reset(opened);
  check(opened, code);
  sqlite3_busy_timeout(opened, busy_milliseconds);
  // form-backend 31: a commit is an fsync. Deleted words do not stay in free pages (39).
  script(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; "
      "PRAGMA trusted_schema=OFF");
}

std::vector<Row> Database::run(const std::string& sql, std::initializer_list<Value> values) {
  auto found = prepared_.find(sql);
  if (found == prepared_.end()) found = prepared_.emplace(sql, Statement(handle_.get(), sql)).first;
  return found->second.run(values);
}

void Database::script(const char* sql) {
  check(handle_.get(), sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr));
}

// A prepared statement that once failed would keep the failure: none outlives one.
void Database::rollback() noexcept {
  prepared_.clear();
  sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Statement::Statement(sqlite3* database, const std::string& sql) : database_(database) {
  sqlite3_stmt* prepared = nullptr;
  check(database_, sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &prepared, nullptr));
  handle_.reset(prepared);
}

std::vector<Row> Statement::run(std::initializer_list<Value> values) {
  int index = 0;
  for (const Value& value : values) bind(++index, value);
  std::vector<Row> rows;
  while (step()) rows.push_back(row());
  sqlite3_clear_bindings(handle_.get());
  return rows;
}

void Statement::bind(int index, const Value& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    check(database_, sqlite3_bind_text64(handle_.get(), index, text->data() == nullptr ? "" : text->data(),
                                         text->size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  } else {
    check(database_, sqlite3_bind_int64(handle_.get(), index, std::get<std::int64_t>(value)));
  }
}

bool Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  const SqlError error(sqlite3_errmsg(database_));
  sqlite3_reset(handle_.get());  // Or it would keep the database's old state in view.
  if (code != SQLITE_DONE) throw error;
  return false;
}

Row Statement::row() const {
  Row row;
  for (int i = 0; i < sqlite3_column_count(handle_.get()); ++i) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), i));
    row.columns.emplace_back(bytes == nullptr ? "" : bytes,
                             static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), i)));
  }
  return row;
}

}  // namespace lacit::store
