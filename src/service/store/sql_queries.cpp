// What staff and the outbox ask of the store.
#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "store/rows.h"
#include "store/sql_store.h"

namespace lacit::store {
namespace {

constexpr const char* columns =
    "SELECT id, reference, form, received_at, verified, fields, attachments FROM submission";

/// The clock may have been set back since a time was written: what seems to be further away than a day is due (36).
constexpr Seconds furthest = 24L * 60 * 60;

Submission submission_of(const Row& row) {
  Submission submission{.id = row.text(0),
                        .reference = row.text(1),
                        .form = row.text(2),
                        .received_at = row.integer(3),
                        .fields = {},
                        .attachments = {}};
  read_verified(row.integer(4), submission);
  read_fields(row.text(5), submission);
  read_attachments(row.text(6), submission);
  return submission;
}

std::vector<Submission> all_of(const std::vector<Row>& rows) {
  std::vector<Submission> found;
  found.reserve(rows.size());
  for (const Row& row : rows) found.push_back(submission_of(row));
  return found;
}

constexpr const char* matching =
    " WHERE ($1 = '' OR form = $1) AND ($2 = 0 OR received_at < $2) AND ($3 = '' OR id = $3 OR reference = $3)"
    " AND ($4 = 0 OR CAST(attachments AS TEXT) <> '[]')";

std::vector<Submission> select(Sql& sql, const Filter& filter, const std::string& name) {
  const auto most =
      filter.most == 0 ? std::numeric_limits<std::int64_t>::max() : static_cast<std::int64_t>(filter.most);
  return all_of(sql.run(std::string(columns) + matching + " ORDER BY received_at DESC, id LIMIT $5",
                        {filter.form, filter.before, name, std::int64_t{filter.with_files ? 1 : 0}, most}));
}

/// By the two indexes: each mail that leaves asks, and must not look through all that ever came.
std::optional<Submission> one(Sql& sql, const std::string& name) {
  const auto rows = sql.run(std::string(columns) + " WHERE id = $1 OR reference = $1", {name});
  if (rows.empty()) return {};
  return submission_of(rows.front());
}

void write_audit(Sql& sql, Seconds now, const std::string& who, const std::string& action, const std::string& what) {
  sql.run("INSERT INTO audit (at, who, action, what) VALUES ($1, $2, $3, $4)", {now, who, action, what});
}

std::uint64_t count(Sql& sql, const char* question) {
  return static_cast<std::uint64_t>(sql.run(question, {}).at(0).integer(0));
}

/// Of several servers on one database none waits for what another one is taking.
std::string claim_sql(Dialect dialect) {
  return std::string(
             "WITH due AS MATERIALIZED (SELECT id FROM outbox WHERE state = 'waiting' AND channel = $1 AND "
             "(due_at <= $2 OR due_at > $3) ORDER BY due_at LIMIT $4") +
         (dialect == Dialect::postgres ? " FOR UPDATE SKIP LOCKED" : "") +
         ") UPDATE outbox SET attempts = attempts + 1, due_at = $5, last_error = '' WHERE id IN (SELECT id FROM due) "
         "RETURNING id, submission, attempts, recipient, refusals";
}

/// What was gathered, in the order of its keys.
template <typename Key, typename Item>
std::vector<Item> items_of(std::map<Key, Item> map) {
  std::vector<Item> items;
  items.reserve(map.size());
  for (auto& [key, item] : map) items.push_back(std::move(item));
  return items;
}

}  // namespace

base::Result<std::string> SqlStore::answered(const std::string& idempotency_key, const std::string& body_hash) {
  return in_transaction([&]() -> std::string {
    const auto rows = others_->run("SELECT reference FROM submission WHERE idempotency_key = $1 AND body_hash = $2",
                                   {idempotency_key, body_hash});
    return rows.empty() ? std::string() : rows.front().text(0);
  });
}

base::Result<std::vector<Submission>> SqlStore::list(const Filter& filter) {
  return in_transaction([&] { return select(*others_, filter, ""); });
}

base::Result<std::uint64_t> SqlStore::how_many(const Filter& filter) {
  return in_transaction([&] {
    const auto rows = others_->run(std::string("SELECT count(*) FROM submission") + matching,
                                   {filter.form, filter.before, "", std::int64_t{filter.with_files ? 1 : 0}});
    return static_cast<std::uint64_t>(rows.at(0).integer(0));
  });
}

base::Result<std::optional<Submission>> SqlStore::find(const std::string& name) {
  return in_transaction([&]() -> std::optional<Submission> {
    if (name.empty()) return {};
    return one(*others_, name);
  });
}

// What a lost commit may have deleted is deleted: its files go too.
base::Result<std::vector<Submission>> SqlStore::remove(const Filter& filter, const std::string& name,
                                                       const std::string& who) {
  std::map<std::string, Submission> gone;
  auto removed = in_transaction([&] {
    for (Submission& submission : select(*others_, filter, name)) {
      if (others_->run("DELETE FROM submission WHERE id = $1 RETURNING id", {submission.id}).empty()) continue;
      write_audit(*others_, clock_(), who, "delete", submission.reference);
      gone.insert_or_assign(submission.id, std::move(submission));
    }
    if (!gone.empty()) note_traces();
    return items_of(gone);
  });
  if (!gone.empty()) erase_traces();
  return removed;
}

base::Result<bool> SqlStore::audit(const std::string& who, const std::string& action, const std::string& what) {
  return in_transaction([&] {
    write_audit(*others_, clock_(), who, action, what);
    return true;
  });
}

base::Result<Stats> SqlStore::stats() {
  return in_transaction([&] {
    return Stats{
        .submissions = count(*others_, "SELECT count(*) FROM submission"),
        .unverified = count(*others_, "SELECT count(*) FROM submission WHERE verified <> 1"),
        .attachments = count(*others_, "SELECT coalesce(sum(json_array_length(attachments)), 0) FROM submission"),
        .waiting = count(*others_, "SELECT count(*) FROM outbox WHERE state = 'waiting'"),
        .dead = count(*others_, "SELECT count(*) FROM outbox WHERE state = 'dead'")};
  });
}

// Quotes inside of a JSON string have a backslash before them: no file's name looks like a key.
base::Result<std::vector<Submission>> SqlStore::held(std::size_t most) {
  return in_transaction([&] {
    return all_of(others_->run(std::string(columns) + " WHERE CAST(attachments AS TEXT) LIKE '%\"scan\":\"held\"%'"
                                                      " ORDER BY received_at, id LIMIT $1",
                               {static_cast<std::int64_t>(most)}));
  });
}

base::Result<bool> SqlStore::release(const std::string& id, const std::string& stored, Scan scan) {
  return in_transaction([&] {
    std::optional<Submission> found = one(*others_, id);
    if (!found) return false;
    std::vector<Attachment>& files = found->attachments;
    const auto file = std::find_if(files.begin(), files.end(), [&](const Attachment& each) {
      return each.stored == stored && each.scan == Scan::held;
    });
    if (file == files.end()) return false;
    file->scan = scan;
    const std::string json = attachments_json(*found);
    others_->run("UPDATE submission SET attachments = $1 WHERE id = $2", {json, found->id});
    return true;
  });
}

// A claim is a time before which nobody else looks: a worker that dies leaves nothing to clean up. What a lost commit
// may have claimed is delivered: rather twice, under the same id, than when the lease ends.
base::Result<std::vector<Delivery>> SqlStore::claim(const std::string& channel, Seconds lease, std::size_t most) {
  std::map<std::int64_t, Delivery> claimed;
  return in_transaction([&] {
    const Seconds now = clock_();
    for (const Row& row : others_->run(claim_sql(others_->dialect()),
                                       {channel, now, now + furthest, static_cast<std::int64_t>(most), now + lease})) {
      claimed[row.integer(0)] = {.id = row.integer(0),
                                 .submission = row.text(1),
                                 .channel = channel,
                                 .recipient = row.text(3),
                                 .message_id = row.text(1) + "." + channel,
                                 .attempts = static_cast<int>(row.integer(2)) - 1,
                                 .refusals = static_cast<int>(row.integer(4))};
    }
    return items_of(claimed);
  });
}

// What waits after a failure has an error: it keeps its pause. A PostgreSQL may have other servers, whose claims hold.
base::Result<bool> SqlStore::release_claims() {
  return in_transaction([&] {
    if (others_->dialect() == Dialect::postgres) return true;
    others_->run("UPDATE outbox SET due_at = $1 WHERE state = 'waiting' AND attempts > 0 AND last_error = ''",
                 {clock_()});
    return true;
  });
}

base::Result<bool> SqlStore::sent(std::int64_t delivery) {
  return in_transaction([&] {
    others_->run("DELETE FROM outbox WHERE id = $1", {delivery});
    return true;
  });
}

base::Result<bool> SqlStore::put_off(std::int64_t delivery, Seconds delay, const std::string& why,
                                     std::int64_t refusals) {
  return in_transaction([&] {
    others_->run("UPDATE outbox SET due_at = $1, last_error = $2, refusals = refusals + $3 WHERE id = $4",
                 {clock_() + delay, why, refusals, delivery});
    return true;
  });
}

base::Result<bool> SqlStore::retry(std::int64_t delivery, Seconds delay, const std::string& why) {
  return put_off(delivery, delay, why, 0);
}

base::Result<bool> SqlStore::refused(std::int64_t delivery, Seconds delay, const std::string& why) {
  return put_off(delivery, delay, why, 1);
}

base::Result<bool> SqlStore::readdress(const Delivery& delivery, const std::vector<std::string>& recipients) {
  return in_transaction([&] {
    others_->run("DELETE FROM outbox WHERE id = $1", {delivery.id});
    for (const std::string& recipient : recipients) {
      others_->run(
          "INSERT INTO outbox (submission, channel, recipient, state, due_at) SELECT id, $1, $2, 'waiting', $3 FROM "
          "submission WHERE id = $4 AND NOT EXISTS (SELECT 1 FROM outbox WHERE submission = $4 AND channel = $1 AND "
          "recipient = $2 AND state = 'waiting')",
          {delivery.channel, recipient, clock_(), delivery.submission});
    }
    return true;
  });
}

base::Result<bool> SqlStore::give_up(std::int64_t delivery, const std::string& why) {
  return in_transaction([&] {
    others_->run("UPDATE outbox SET state = 'dead', last_error = $1 WHERE id = $2", {why, delivery});
    return true;
  });
}

base::Result<std::size_t> SqlStore::revive() {
  return in_transaction([&] {
    return others_
        ->run(
            "UPDATE outbox SET state = 'waiting', attempts = 0, refusals = 0, due_at = $1 WHERE state = 'dead' "
            "RETURNING id",
            {clock_()})
        .size();
  });
}

// Nothing keeps a lost commit's visits from being counted twice: a count may be off by those ten seconds.
base::Result<bool> SqlStore::add_visits(const std::vector<Visits>& visits) {
  return in_transaction([&] {
    for (const Visits& some : visits) {
      others_->run(
          "INSERT INTO visit (day, page, source, count) VALUES ($1, $2, $3, $4) "
          "ON CONFLICT (day, page, source) DO UPDATE SET count = visit.count + excluded.count",
          {some.day, some.page, some.from, some.count});
    }
    return true;
  });
}

base::Result<std::vector<Visits>> SqlStore::visits(const std::string& since) {
  return in_transaction([&] {
    std::vector<Visits> all;
    for (const Row& row : others_->run(
             "SELECT day, page, source, count FROM visit WHERE day >= $1 ORDER BY day, page, source", {since})) {
      all.push_back({.day = row.text(0), .page = row.text(1), .from = row.text(2), .count = row.integer(3)});
    }
    return all;
  });
}

}  // namespace lacit::store
