// PostgreSQL's C interface with owners and exceptions. A connection that was lost comes back by itself at the next
// begin(): the server may restart under a running program.
#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <memory>
#include <optional>

#include "store/sql.h"

namespace lacit::store {

/// Whether a URL can name a database at all; its words never hold a password. @throws SqlError
void check_database_url(std::string_view url);

class Connection : public Sql {
 public:
  /// `postgresql://user@host/name`. @throws SqlError, whose words never hold the password.
  explicit Connection(const std::string& url);

  [[nodiscard]] Dialect dialect() const override { return Dialect::postgres; }
  std::vector<Row> run(const std::string& sql, std::initializer_list<Value> values) override;
  void script(const char* sql) override;
  void begin() override;
  void commit() override;
  void rollback() noexcept override;
  /// Its own VACUUM and its own log keep what they keep: see docs/deploying.md.
  void erase() override {}
  void copy_to(const std::filesystem::path& file) override;

 private:
  using Answer = std::unique_ptr<PGresult, void (*)(PGresult*)>;
  using Time = std::chrono::steady_clock::time_point;

  [[nodiscard]] bool alive() const { return PQstatus(handle_.get()) == CONNECTION_OK; }
  void connect_again();
  void set_session();
  /// @throws SqlError for an answer that says what went wrong.
  Answer checked(PGresult* answer);
  [[noreturn]] void fail(const PGresult* answer);

  std::unique_ptr<PGconn, void (*)(PGconn*)> handle_{nullptr, &PQfinish};
  bool lost_ = false;  ///< libpq does not always know it.
  std::optional<Time> away_since_;
};

}  // namespace lacit::store
