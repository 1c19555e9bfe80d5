// What the store asks of a database: statements with bound values, transactions, and failures that say what may be done
// about them. The store's SQL is one text for all: SQLite numbers parameters by their first mention, so `$1` comes
// before `$2` in each.
#pragma once

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lacit::store {

/// Never leaves this folder of src/.
struct SqlError : std::runtime_error {
  using std::runtime_error::runtime_error;
  bool again =
      false;  ///< The transaction may be run again at once: the connection was lost, or others were in the way.
  bool unsure = false;  ///< Lost while it was committed: it may have been.
  bool broken = false;  ///< This connection is of no use any more; another one may be (store/reconnecting.h).
};

using Value = std::variant<std::int64_t, std::string_view>;

struct Row {
  std::vector<std::string> columns;

  [[nodiscard]] const std::string& text(std::size_t column) const { return columns[column]; }
  [[nodiscard]] std::int64_t integer(std::size_t column) const {
    std::int64_t number = 0;
    const std::string& digits = columns[column];
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
  }
};

enum class Dialect : std::uint8_t { sqlite, postgres };

/// One connection, for one thread at a time. All of it @throws SqlError but rollback().
class Sql {
 public:
  Sql() = default;
  Sql(const Sql&) = delete;
  Sql& operator=(const Sql&) = delete;
  virtual ~Sql() = default;

  [[nodiscard]] virtual Dialect dialect() const = 0;
  /// One statement; its values are only ever bound (form-backend 16).
  virtual std::vector<Row> run(const std::string& sql, std::initializer_list<Value> values) = 0;
  /// Statements without parameters.
  virtual void script(const char* sql) = 0;

  /// Connects again where the connection was lost.
  virtual void begin() = 0;
  virtual void commit() = 0;
  virtual void rollback() noexcept = 0;

  /// Outside of a transaction: what was deleted leaves the files, too, as far as the database lets us see to it.
  virtual void erase() = 0;
  /// All of it as one file for its owner only, as of one moment, while others go on writing.
  virtual void copy_to(const std::filesystem::path& file) = 0;
};

/// Rolled back where commit() is not reached.
class Transaction {
 public:
  explicit Transaction(Sql& sql) : sql_(sql) { sql_.begin(); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    if (open_) sql_.rollback();
  }
  void commit() {
    sql_.commit();
    open_ = false;
  }

 private:
  Sql& sql_;
  bool open_ = true;
};

}  // namespace lacit::store
