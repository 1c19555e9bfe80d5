// SQLite's C interface with owners and exceptions: what is opened is closed, and no result is overlooked.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <map>
#include <memory>

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
  void begin() override { script("BEGIN IMMEDIATE"); }
  void commit() override { script("COMMIT"); }
  void rollback() noexcept override;

 private:
  std::unique_ptr<sqlite3, int (*)(sqlite3*)> handle_{nullptr, &sqlite3_close_v2};
  std::map<std::string, Statement> prepared_;
};

}  // namespace lacit::store
