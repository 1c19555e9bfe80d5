#include "store/sqlite.h"

#include <sys/stat.h>

namespace lacit::store {
namespace {

constexpr int busy_milliseconds = 5000;

/// What is damaged, or was none, may be mended under this name: another connection must look for itself.
SqlError error_of(sqlite3* handle) {
  SqlError error(sqlite3_errmsg(handle));
  const int code = sqlite3_errcode(handle) & 0xFF;
  error.broken = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
  return error;
}

[[noreturn]] void fail(sqlite3* handle) { throw error_of(handle); }

void check(sqlite3* handle, int code) {
  if (code != SQLITE_OK) fail(handle);
}

void run_script(sqlite3* handle, const char* sql) {
  check(handle, sqlite3_exec(handle, sql, nullptr, nullptr, nullptr));
}

}  // namespace

Database::Handle Database::open(const std::filesystem::path& file, int flags) {
  sqlite3* opened = nullptr;
  const mode_t before = umask(077);  // The WAL and its index take their mode from here too.
  const int code = sqlite3_open_v2(file.c_str(), &opened,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE | flags, nullptr);
  umask(before);
  Handle handle(opened, &sqlite3_close_v2);
  check(opened, code);
  return handle;
}

Database::Identity Database::identity_of(const std::filesystem::path& file) {
  struct stat found {};
  if (stat(file.c_str(), &found) != 0) return {};
  return {found.st_dev, found.st_ino};
}

Database::Database(const std::filesystem::path& file) : file_(file), handle_(open(file, SQLITE_OPEN_NOMUTEX)) {
  sqlite3_busy_timeout(handle_.get(), busy_milliseconds);
  // form-backend 31: a commit is an fsync. Deleted words do not stay in free pages (39), nor in a file of /tmp.
  script(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; "
      "PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF");
  identity_ = identity_of(file_);
}

void Database::begin() {
  if (identity_of(file_) != identity_) {
    SqlError error("its file was moved, or another one put in its place");
    error.broken = error.again = true;
    throw error;
  }
  script("BEGIN IMMEDIATE");
}

// `secure_delete` alone leaves copies of rows that had been moved between pages before they were deleted: only VACUUM
// writes pages without them. Then the log, in which all of it stands too, is emptied into the file and cut to nothing.
void Database::erase() {
  prepared_.clear();
  script("VACUUM");
  const auto rows = run("PRAGMA wal_checkpoint(TRUNCATE)", {});
  if (rows.empty() || rows[0].integer(0) != 0) throw SqlError("another program is reading it");
}

// In one step: a reader in WAL mode sees one moment, and no writer waits for it. The copy is one file, without a log.
void Database::copy_to(const std::filesystem::path& file) {
  const Handle copy = open(file, SQLITE_OPEN_FULLMUTEX);
  sqlite3_backup* backup = sqlite3_backup_init(copy.get(), "main", handle_.get(), "main");
  if (backup == nullptr) fail(copy.get());
  sqlite3_backup_step(backup, -1);
  check(copy.get(), sqlite3_backup_finish(backup));
  run_script(copy.get(), "PRAGMA journal_mode=DELETE");
}

std::vector<Row> Database::run(const std::string& sql, std::initializer_list<Value> values) {
  auto found = prepared_.find(sql);
  if (found == prepared_.end()) found = prepared_.emplace(sql, Statement(handle_.get(), sql)).first;
  return found->second.run(values);
}

void Database::script(const char* sql) { run_script(handle_.get(), sql); }

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
  const SqlError error = error_of(database_);
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
