#include "unit/service/store/postgres_server.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>

#include "store/postgres.h"
#include "unit/support/paths.h"

namespace lacit::tests {
namespace {

int script(const std::string& verb, const std::filesystem::path& folder, const std::string& mode = "") {
  const std::filesystem::path file = tests_folder() / "support" / "postgres.sh";
  const std::string command = "'" + file.string() + "' " + verb + " '" + folder.string() + "' " + mode;
  return std::system(command.c_str());  // NOLINT(concurrency-mt-unsafe): tests run one after another.
}

}  // namespace

PostgresServer& PostgresServer::instance() {
  static PostgresServer server;
  return server;
}

PostgresServer::PostgresServer()
    : folder_(std::filesystem::temp_directory_path() / ("lacit-postgres-" + std::to_string(getpid()))) {
  REQUIRE(script("make", folder_) == 0);
}

PostgresServer::~PostgresServer() { script("remove", folder_); }

std::string PostgresServer::url(const std::string& database) const {
  return "postgresql://postgres@/" + database + "?host=" + folder_.string();
}

std::string PostgresServer::new_database() {
  const std::string name = "test" + std::to_string(++databases_);
  store::Connection(url("postgres")).run("CREATE DATABASE " + name, {});
  return url(name);
}

void PostgresServer::copy(const std::string& from, const std::string& to) {
  const std::string bin = "/usr/lib/postgresql/15/bin/";
  const std::string command =
      bin + "pg_dump '" + from + "' | " + bin + "psql -q -v ON_ERROR_STOP=1 '" + to + "' >/dev/null";
  REQUIRE(std::system(command.c_str()) == 0);  // NOLINT(concurrency-mt-unsafe)
}

void PostgresServer::restart() const {
  REQUIRE(script("stop", folder_, "immediate") == 0);
  REQUIRE(script("start", folder_) == 0);
}

}  // namespace lacit::tests
