// SQLite's C interface with owners and exceptions: what is opened is closed, and no result is overlooked.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace lacit::store {

/// Never leaves this folder of src/.
struct SqliteError : std::runtime_error {
  SqliteError(int code_, const std::string& words) : std::runtime_error(words), code(code_) {}
  int code;  ///< Extended result code.
};

class Database {
 public:
  /// Opens or makes the file, for its owner only. @throws SqliteError
  explicit Database(const std::filesystem::path& file);

  /// Runs statements without parameters. @throws SqliteError
  void run(const char* sql);
  [[nodiscard]] std::int64_t changes() const { return sqlite3_changes64(handle_.get()); }
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  std::unique_ptr<sqlite3, int (*)(sqlite3*)> handle_{nullptr, &sqlite3_close_v2};
};

/// A prepared statement; its values are only ever bound (form-backend 16).
class Statement {
 public:
  Statement(Database& database, std::string_view sql);

  /// Binds the values to the parameters from the first on.
  template <typename... Values>
  Statement& with(const Values&... values) {
    reset();
    int index = 0;
    (bind(++index, values), ...);
    return *this;
  }
  /// Goes to the next row; false: no more. @throws SqliteError
  bool step();
  /// For statements that give no rows.
  void run();

  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }

 private:
  void reset();
  void bind(int index, std::string_view value);
  void bind(int index, std::int64_t value);
  void check(int code) const;

  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> handle_{nullptr, &sqlite3_finalize};
};

/// BEGIN IMMEDIATE … COMMIT; rolled back where commit() is not reached.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace lacit::store
