#include "store/migrations.h"

#include <array>

#include "store/known_time.h"

namespace lacit::store {
namespace {

constexpr std::size_t newest = 3;
using Steps = std::array<const char*, newest>;

/// Rows that wait have no recipient then: the first server that meets one gives it those of its configuration.
constexpr const char* outbox_by_recipient =
    R"(ALTER TABLE outbox ADD COLUMN recipient TEXT NOT NULL DEFAULT '';
       ALTER TABLE outbox ADD COLUMN refusals INTEGER NOT NULL DEFAULT 0;)";

constexpr Steps sqlite_steps = {
    R"(CREATE TABLE submission (
         id TEXT NOT NULL PRIMARY KEY,
         reference TEXT NOT NULL UNIQUE,
         form TEXT NOT NULL,
         received_at INTEGER NOT NULL,
         verified INTEGER NOT NULL,
         fields TEXT NOT NULL,
         attachments TEXT NOT NULL,
         idempotency_key TEXT UNIQUE,
         body_hash TEXT NOT NULL
       ) STRICT, WITHOUT ROWID;
       CREATE INDEX submission_received ON submission (received_at);
       CREATE TABLE outbox (
         id INTEGER PRIMARY KEY,
         submission TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
         channel TEXT NOT NULL,
         state TEXT NOT NULL CHECK (state IN ('waiting', 'dead')),
         attempts INTEGER NOT NULL DEFAULT 0,
         due_at INTEGER NOT NULL,
         last_error TEXT NOT NULL DEFAULT ''
       ) STRICT;
       CREATE INDEX outbox_due ON outbox (state, channel, due_at);
       CREATE INDEX outbox_submission ON outbox (submission);
       CREATE TABLE proof (nonce TEXT NOT NULL PRIMARY KEY, expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
       CREATE INDEX proof_expires ON proof (expires_at);
       CREATE TABLE audit (
         id INTEGER PRIMARY KEY,
         at INTEGER NOT NULL,
         who TEXT NOT NULL,
         action TEXT NOT NULL,
         what TEXT NOT NULL
       ) STRICT;)",
    R"(CREATE TABLE visit (
         day TEXT NOT NULL,
         page TEXT NOT NULL,
         source TEXT NOT NULL,
         count INTEGER NOT NULL,
         PRIMARY KEY (day, page, source)
       ) STRICT, WITHOUT ROWID;)",
    outbox_by_recipient};

constexpr Steps postgres_steps = {
    R"(CREATE TABLE submission (
         id TEXT NOT NULL PRIMARY KEY,
         reference TEXT NOT NULL UNIQUE,
         form TEXT NOT NULL,
         received_at BIGINT NOT NULL,
         verified BIGINT NOT NULL,
         fields JSON NOT NULL,
         attachments JSON NOT NULL,
         idempotency_key TEXT UNIQUE,
         body_hash TEXT NOT NULL
       );
       CREATE INDEX submission_received ON submission (received_at);
       CREATE TABLE outbox (
         id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
         submission TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
         channel TEXT NOT NULL,
         state TEXT NOT NULL CHECK (state IN ('waiting', 'dead')),
         attempts BIGINT NOT NULL DEFAULT 0,
         due_at BIGINT NOT NULL,
         last_error TEXT NOT NULL DEFAULT ''
       );
       CREATE INDEX outbox_due ON outbox (state, channel, due_at);
       CREATE INDEX outbox_submission ON outbox (submission);
       CREATE TABLE proof (nonce TEXT NOT NULL PRIMARY KEY, expires_at BIGINT NOT NULL);
       CREATE INDEX proof_expires ON proof (expires_at);
       CREATE TABLE audit (
         id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
         at BIGINT NOT NULL,
         who TEXT NOT NULL,
         action TEXT NOT NULL,
         what TEXT NOT NULL
       );)",
    R"(CREATE TABLE visit (
         day TEXT COLLATE "C" NOT NULL,
         page TEXT COLLATE "C" NOT NULL,
         source TEXT COLLATE "C" NOT NULL,
         count BIGINT NOT NULL,
         PRIMARY KEY (day, page, source)
       );)",
    outbox_by_recipient};

/// Until the transaction's end. The number is ours alone: no other program in the database takes it by chance.
constexpr const char* lock =
    "SELECT pg_advisory_xact_lock(5135021847261843091); "
    "CREATE TABLE IF NOT EXISTS version (number BIGINT NOT NULL PRIMARY KEY)";

void set_version(Sql& sql, std::size_t number) {
  if (sql.dialect() == Dialect::sqlite) return sql.script(("PRAGMA user_version=" + std::to_string(number)).c_str());
  sql.run("INSERT INTO version (number) VALUES ($1)", {static_cast<std::int64_t>(number)});
}

}  // namespace

std::size_t version(Sql& sql) {
  const char* question =
      sql.dialect() == Dialect::sqlite ? "PRAGMA user_version" : "SELECT coalesce(max(number), 0) FROM version";
  return static_cast<std::size_t>(sql.run(question, {}).at(0).integer(0));
}

void migrate(Sql& sql) { migrate(sql, newest); }

void migrate(Sql& sql, std::size_t to) {
  const Steps& steps = sql.dialect() == Dialect::sqlite ? sqlite_steps : postgres_steps;
  while (true) {
    Transaction transaction(sql);
    if (sql.dialect() == Dialect::postgres) sql.script(lock);
    const std::size_t found = version(sql);
    if (found > newest) throw SqlError("a newer lacit has made it; use that one");
    if (found >= to) {
      make_upkeep(sql);
      return transaction.commit();
    }
    sql.script(steps[found]);
    set_version(sql, found + 1);
    transaction.commit();
  }
}

}  // namespace lacit::store
