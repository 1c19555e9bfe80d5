// What staff and the outbox ask of the store.
#include <algorithm>
#include <utility>

#include "store/rows.h"
#include "store/sqlite_store.h"

namespace lacit::store {
namespace {

constexpr const char* columns =
    "SELECT id, reference, form, received_at, verified, fields, attachments FROM submission";

/// The clock may have been set back since a time was written: what seems to be further away than a day is due (36).
constexpr Seconds furthest = 24L * 60 * 60;

Submission submission_of(const Statement& row) {
  Submission submission{.id = row.text(0),
                        .reference = row.text(1),
                        .form = row.text(2),
                        .received_at = row.integer(3),
                        .verified = row.integer(4) != 0,
                        .fields = {},
                        .attachments = {}};
  read_fields(row.text(5), submission);
  read_attachments(row.text(6), submission);
  return submission;
}

std::vector<Submission> all_rows(Statement& statement) {
  std::vector<Submission> found;
  while (statement.step()) found.push_back(submission_of(statement));
  return found;
}

std::vector<Submission> select(Database& database, const Filter& filter, const std::string& name) {
  Statement statement(database, std::string(columns) +
                                    " WHERE (?1 = '' OR form = ?1) AND (?2 = 0 OR received_at < ?2)"
                                    " AND (?3 = '' OR id = ?3 OR reference = ?3) AND (?5 = 0 OR attachments <> '[]')"
                                    " ORDER BY received_at DESC, id"
                                    " LIMIT CASE ?4 WHEN 0 THEN -1 ELSE ?4 END");
  statement.with(std::string_view(filter.form), filter.before, std::string_view(name),
                 static_cast<std::int64_t>(filter.most), std::int64_t{filter.with_files ? 1 : 0});
  return all_rows(statement);
}

void write_audit(Database& database, Seconds now, const std::string& who, const std::string& action,
                 const std::string& what) {
  Statement(database, "INSERT INTO audit (at, who, action, what) VALUES (?, ?, ?, ?)")
      .with(now, std::string_view(who), std::string_view(action), std::string_view(what))
      .run();
}

std::uint64_t count(Database& database, const char* sql) {
  Statement statement(database, sql);
  statement.step();
  return static_cast<std::uint64_t>(statement.integer(0));
}

}  // namespace

template <typename Work>
auto SqliteStore::in_transaction(const Work& work) -> base::Result<decltype(work())> {
  const std::lock_guard lock(others_mutex_);
  try {
    Transaction transaction(others_);
    auto result = work();
    transaction.commit();
    return result;
  } catch (const SqliteError& error) {
    return base::Error{error.what()};
  }
}

base::Result<std::vector<Submission>> SqliteStore::list(const Filter& filter) {
  return in_transaction([&] { return select(others_, filter, ""); });
}

base::Result<std::optional<Submission>> SqliteStore::find(const std::string& name) {
  return in_transaction([&]() -> std::optional<Submission> {
    if (name.empty()) return {};
    // By the two indexes: each mail that leaves asks, and must not look through all that ever came.
    Statement statement(others_, std::string(columns) + " WHERE id = ?1 OR reference = ?1");
    if (!statement.with(std::string_view(name)).step()) return {};
    return submission_of(statement);
  });
}

base::Result<std::vector<Submission>> SqliteStore::remove(const Filter& filter, const std::string& name,
                                                          const std::string& who) {
  return in_transaction([&] {
    std::vector<Submission> found = select(others_, filter, name);
    Statement deletion(others_, "DELETE FROM submission WHERE id = ?");
    for (const Submission& submission : found) {
      deletion.with(std::string_view(submission.id)).run();
      write_audit(others_, clock_(), who, "delete", submission.reference);
    }
    return found;
  });
}

base::Result<bool> SqliteStore::audit(const std::string& who, const std::string& action, const std::string& what) {
  return in_transaction([&] {
    write_audit(others_, clock_(), who, action, what);
    return true;
  });
}

base::Result<Stats> SqliteStore::stats() {
  return in_transaction([&] {
    return Stats{
        .submissions = count(others_, "SELECT count(*) FROM submission"),
        .unverified = count(others_, "SELECT count(*) FROM submission WHERE verified = 0"),
        .attachments = count(others_, "SELECT coalesce(sum(json_array_length(attachments)), 0) FROM submission"),
        .waiting = count(others_, "SELECT count(*) FROM outbox WHERE state = 'waiting'"),
        .dead = count(others_, "SELECT count(*) FROM outbox WHERE state = 'dead'")};
  });
}

base::Result<std::vector<Submission>> SqliteStore::held(std::size_t most) {
  return in_transaction([&] {
    Statement statement(others_, std::string(columns) +
                                     " WHERE EXISTS (SELECT 1 FROM json_each(attachments) WHERE "
                                     "json_extract(value, '$.scan') = 'held') ORDER BY received_at, id LIMIT ?");
    statement.with(static_cast<std::int64_t>(most));
    return all_rows(statement);
  });
}

base::Result<bool> SqliteStore::release(const std::string& id, const std::string& stored, Scan scan) {
  return in_transaction([&] {
    std::vector<Submission> found = select(others_, {}, id);
    if (found.empty()) return false;
    std::vector<Attachment>& files = found.front().attachments;
    const auto file = std::find_if(files.begin(), files.end(), [&](const Attachment& one) {
      return one.stored == stored && one.scan == Scan::held;
    });
    if (file == files.end()) return false;
    file->scan = scan;
    const std::string json = attachments_json(found.front());
    Statement(others_, "UPDATE submission SET attachments = ? WHERE id = ?")
        .with(std::string_view(json), std::string_view(found.front().id))
        .run();
    return true;
  });
}

base::Result<std::vector<Delivery>> SqliteStore::claim(const std::string& channel, Seconds lease, std::size_t most) {
  return in_transaction([&] {
    const Seconds now = clock_();
    // A claim is a time before which nobody else looks: a worker that dies leaves nothing to clean up.
    Statement statement(
        others_,
        "UPDATE outbox SET attempts = attempts + 1, due_at = ?1, last_error = '' WHERE id IN (SELECT id FROM outbox "
        "WHERE "
        "state = 'waiting' AND channel = ?2 AND (due_at <= ?3 OR due_at > ?4) ORDER BY due_at LIMIT ?5) "
        "RETURNING id, submission, attempts");
    statement.with(now + lease, std::string_view(channel), now, now + furthest, static_cast<std::int64_t>(most));
    std::vector<Delivery> claimed;
    while (statement.step()) {
      claimed.push_back({.id = statement.integer(0),
                         .submission = statement.text(1),
                         .channel = channel,
                         .message_id = statement.text(1) + "." + channel,
                         .attempts = static_cast<int>(statement.integer(2)) - 1});
    }
    return claimed;
  });
}

// What waits after a failure has an error: it keeps its pause.
base::Result<bool> SqliteStore::release_claims() {
  return in_transaction([&] {
    Statement(others_, "UPDATE outbox SET due_at = ? WHERE state = 'waiting' AND attempts > 0 AND last_error = ''")
        .with(clock_())
        .run();
    return true;
  });
}

base::Result<bool> SqliteStore::sent(std::int64_t delivery) {
  return in_transaction([&] {
    Statement(others_, "DELETE FROM outbox WHERE id = ?").with(delivery).run();
    return true;
  });
}

base::Result<bool> SqliteStore::retry(std::int64_t delivery, Seconds delay, const std::string& why) {
  return in_transaction([&] {
    Statement(others_, "UPDATE outbox SET due_at = ?, last_error = ? WHERE id = ?")
        .with(clock_() + delay, std::string_view(why), delivery)
        .run();
    return true;
  });
}

base::Result<bool> SqliteStore::give_up(std::int64_t delivery, const std::string& why) {
  return in_transaction([&] {
    Statement(others_, "UPDATE outbox SET state = 'dead', last_error = ? WHERE id = ?")
        .with(std::string_view(why), delivery)
        .run();
    return true;
  });
}

base::Result<std::size_t> SqliteStore::revive() {
  return in_transaction([&] {
    Statement(others_, "UPDATE outbox SET state = 'waiting', attempts = 0, due_at = ? WHERE state = 'dead'")
        .with(clock_())
        .run();
    return static_cast<std::size_t>(others_.changes());
  });
}

base::Result<bool> SqliteStore::add_visits(const std::vector<Visits>& visits) {
  return in_transaction([&] {
    Statement statement(others_,
                        "INSERT INTO visit (day, page, source, count) VALUES (?, ?, ?, ?) "
                        "ON CONFLICT (day, page, source) DO UPDATE SET count = count + excluded.count");
    for (const Visits& some : visits) {
      statement.with(std::string_view(some.day), std::string_view(some.page), std::string_view(some.from), some.count)
          .run();
    }
    return true;
  });
}

base::Result<std::vector<Visits>> SqliteStore::visits(const std::string& since) {
  return in_transaction([&] {
    Statement statement(others_,
                        "SELECT day, page, source, count FROM visit WHERE day >= ? ORDER BY day, page, source");
    statement.with(std::string_view(since));
    std::vector<Visits> all;
    while (statement.step()) {
      all.push_back({.day = statement.text(0),
                     .page = statement.text(1),
                     .from = statement.text(2),
                     .count = statement.integer(3)});
    }
    return all;
  });
}

}  // namespace lacit::store
