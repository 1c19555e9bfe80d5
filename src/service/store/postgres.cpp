#include "store/postgres.h"

#include <algorithm>
#include <array>
#include <thread>

namespace lacit::store {
namespace {

/// A restart takes seconds: so long visitors wait, and no longer however many there are.
constexpr auto patience = std::chrono::seconds(10);
constexpr auto between_tries = std::chrono::milliseconds(100);
/// OIDs of PostgreSQL's types; texts become what their column is.
constexpr Oid bigint = 20;
constexpr Oid any_type = 0;

std::string one_line(const char* words) {
  std::string line(words == nullptr ? "" : words);
  while (!line.empty() && line.back() == '\n') line.pop_back();
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

PGconn* connect(const std::string& url) {
  // What stands before the URL is for it to change.
  const std::array<const char*, 6> keys{"connect_timeout", "tcp_user_timeout", "application_name",
                                        "dbname",          "client_encoding",  nullptr};
  const std::array<const char*, 6> values{"5", "10000", "lacit", url.c_str(), "UTF8", nullptr};
  return PQconnectdbParams(keys.data(), values.data(), 1);
}

/// Of each host that is named, or none: libpq says so only when it connects.
bool is_port(std::string_view text) {
  const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || text.size() > 5) return false;
  return text.empty() || (std::stoi(std::string(text)) > 0 && std::stoi(std::string(text)) <= 65535);
}

/// What libpq understands by an option of the URL; it has them all, so nothing but the ports is judged here.
std::string option_of(const std::string& url, std::string_view keyword) {
  const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> options(PQconninfoParse(url.c_str(), nullptr),
                                                                               &PQconninfoFree);
  if (!options) throw SqlError("libpq cannot take it apart");
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->keyword == keyword && option->val != nullptr) return option->val;
  }
  return {};
}

}  // namespace

// A password with `@`, `/` or `?` would be taken for a host or a port, and these stand in libpq's messages.
void check_database_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const bool known = url.starts_with("postgresql://") || url.starts_with("postgres://");
  if (!known) throw SqlError("it must begin with postgresql://");
  const std::string_view rest = url.substr(scheme + 3);
  const std::string_view place = rest.substr(0, rest.find_first_of("/?"));
  const bool split = rest.find('@', place.size()) != std::string_view::npos;
  if (split || std::count(place.begin(), place.end(), '@') > 1) {
    throw SqlError("in its user and password write @ as %40, / as %2F, ? as %3F");
  }
  const std::string ports = option_of(std::string(url), "port") + ",";
  for (std::size_t at = 0; at < ports.size(); at = ports.find(',', at) + 1) {
    if (!is_port(std::string_view(ports).substr(at, ports.find(',', at) - at))) {
      throw SqlError("its port must be a number from 1 to 65535");
    }
  }
}

Connection::Connection(const std::string& url) {
  check_database_url(url);
  handle_.reset(connect(url));
  if (!alive()) throw SqlError(one_line(PQerrorMessage(handle_.get())));
  // Warnings go nowhere: they may quote values (19), and what matters comes as an error too.
  PQsetNoticeProcessor(
      handle_.get(), [](void*, const char*) {}, nullptr);
  set_session();
}

// form-backend 31: a commit is an fsync, whatever is usual there. Nobody's lock holds anybody up for ever.
void Connection::set_session() {
  script(
      "SET synchronous_commit = on; SET client_min_messages = warning; SET lock_timeout = '5s'; "
      "SET idle_in_transaction_session_timeout = '60s'");
}

std::vector<Row> Connection::run(const std::string& sql, std::initializer_list<Value> values) {
  std::vector<std::string> texts;
  std::vector<Oid> types;
  for (const Value& value : values) {
    const auto* text = std::get_if<std::string_view>(&value);
    texts.push_back(text != nullptr ? std::string(*text) : std::to_string(std::get<std::int64_t>(value)));
    types.push_back(text != nullptr ? any_type : bigint);
  }
  std::vector<const char*> pointers;
  pointers.reserve(texts.size());
  for (const std::string& text : texts) pointers.push_back(text.c_str());
  const Answer answer = checked(PQexecParams(handle_.get(), sql.c_str(), static_cast<int>(texts.size()), types.data(),
                                             pointers.data(), nullptr, nullptr, 0));
  std::vector<Row> rows(static_cast<std::size_t>(PQntuples(answer.get())));
  for (int row = 0; row < PQntuples(answer.get()); ++row) {
    for (int column = 0; column < PQnfields(answer.get()); ++column) {
      rows[static_cast<std::size_t>(row)].columns.emplace_back(PQgetvalue(answer.get(), row, column));
    }
  }
  return rows;
}

void Connection::script(const char* sql) { checked(PQexec(handle_.get(), sql)); }

void Connection::begin() {
  if (lost_) connect_again();
  script("BEGIN ISOLATION LEVEL READ COMMITTED");
}

void Connection::commit() {
  try {
    const Answer answer = checked(PQexec(handle_.get(), "COMMIT"));
    // What failed before is said to be committed, under another name.
    if (std::string_view(PQcmdStatus(answer.get())) != "COMMIT") throw SqlError("it was rolled back");
  } catch (SqlError& error) {
    error.unsure = error.again;
    throw;
  }
}

void Connection::rollback() noexcept {
  if (!lost_) PQclear(PQexec(handle_.get(), "ROLLBACK"));
}

void Connection::copy_to(const std::filesystem::path&) { throw SqlError("a PostgreSQL is copied by its own pg_dump"); }

void Connection::connect_again() {
  const auto now = [] { return std::chrono::steady_clock::now(); };
  if (!away_since_) away_since_ = now();
  PQreset(handle_.get());
  while (!alive() && now() - *away_since_ < patience) {
    std::this_thread::sleep_for(between_tries);
    PQreset(handle_.get());
  }
  if (!alive()) throw SqlError(one_line(PQerrorMessage(handle_.get())));
  away_since_.reset();
  lost_ = false;
  set_session();
}

Connection::Answer Connection::checked(PGresult* answer) {
  Answer owned(answer, &PQclear);
  const ExecStatusType status = PQresultStatus(answer);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(answer);
  return owned;
}

// Only the first line of what it says: the rest may quote values (form-backend 19).
void Connection::fail(const PGresult* answer) {
  const char* code = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
  const char* words = PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY);
  const std::string_view state = code == nullptr ? "" : code;
  SqlError error(one_line(words != nullptr ? words : PQerrorMessage(handle_.get())));
  // Without a code libpq itself speaks. 57P0x: the server is shutting down.
  lost_ = state.empty() || state.starts_with("57P") || !alive();
  // 40001, 40P01: two transactions were in each other's way.
  error.again = lost_ || state == "40001" || state == "40P01";
  throw error;
}

}  // namespace lacit::store
