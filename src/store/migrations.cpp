#include "store/migrations.h"

#include <array>

namespace lacit::store {
namespace {

// Never change a step that was published: add one.
constexpr std::array<const char*, 2> steps = {
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
       ) STRICT, WITHOUT ROWID;)"};

}  // namespace

std::int64_t version(Database& database) {
  Statement statement(database, "PRAGMA user_version");
  statement.step();
  return statement.integer(0);
}

void migrate(Database& database) { migrate(database, static_cast<std::int64_t>(steps.size())); }

void migrate(Database& database, std::int64_t to) {
  if (version(database) > static_cast<std::int64_t>(steps.size())) {
    throw SqliteError(SQLITE_ERROR, "a newer lacit has made it; use that one");
  }
  for (std::size_t next = static_cast<std::size_t>(version(database)); next < static_cast<std::size_t>(to); ++next) {
    Transaction transaction(database);
    if (version(database) > static_cast<std::int64_t>(next)) continue;  // Another process was quicker.
    database.run(steps[next]);
    database.run(("PRAGMA user_version=" + std::to_string(next + 1)).c_str());
    transaction.commit();
  }
}

}  // namespace lacit::store
