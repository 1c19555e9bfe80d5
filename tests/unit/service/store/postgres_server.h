// Debian's PostgreSQL for the unit tests: started when the first test asks, stopped with the process.
#pragma once

#include <filesystem>
#include <string>

namespace lacit::tests {

class PostgresServer {
 public:
  static PostgresServer& instance();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;
  ~PostgresServer();

  /// Of a database on it.
  [[nodiscard]] std::string url(const std::string& database) const;
  /// Of a new, empty one.
  [[nodiscard]] std::string new_database();
  /// By pg_dump and psql.
  static void copy(const std::string& from, const std::string& to);
  /// As a power cut ends it, and started again.
  void restart() const;

 private:
  PostgresServer();
  std::filesystem::path folder_;
  int databases_ = 0;
};

}  // namespace lacit::tests
