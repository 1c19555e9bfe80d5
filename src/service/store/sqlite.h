// SQLite's C interface with owners and exceptions: what is opened is closed, and no result is overlooked.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <map>
#include <memory>
#include <utility>

#include "store/sql.h"

namespace lacit::store {

/// A prepared statement.
class Statement {
 public:
  Statement(sqlite3* database, const std::string& sql);

  /// Binds the values to the parameters and gives all rows. @throws SqlError
  std::vector<Row> run(std::initializer_list<Value> values);

 private:
  void bind(int index, const Value& value);
  bool step();
  [[nodiscard]] Row row() const;

  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> handle_{nullptr, &sqlite3_finalize};
};

class Database : public Sql {
 public:
  /// Opens or makes the file, for its owner only. @throws SqlError
  explicit Database(const std::filesystem::path& file);

  [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
  std::vector<Row> run(const std::string& sql, std::initializer_list<Value> values) override;
  void script(const char* sql) override;
  /// Where another file stands in the place of the one that was opened, this connection is broken: what it would write
  /// would be lost with the file that nobody finds any more.
  void begin() override;
  void commit() override { script("COMMIT"); }
  void rollback() noexcept override;
  void erase() override;
  void copy_to(const std::filesystem::path& file) override;

 private:
  using Handle = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;
  /// Device and number: what the name stands for.
  using Identity = std::pair<std::uint64_t, std::uint64_t>;

  static Handle open(const std::filesystem::path& file, int flags);
  static Identity identity_of(const std::filesystem::path& file);

  std::filesystem::path file_;
  Identity identity_;
  Handle handle_{nullptr, &sqlite3_close_v2};
  std::map<std::string, Statement> prepared_;
};

}  // namespace lacit::store
