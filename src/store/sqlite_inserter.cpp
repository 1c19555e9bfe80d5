#include "store/sqlite_inserter.h"

#include "store/rows.h"

namespace lacit::store {

Inserter::Inserter(Database& database)
    : find_key_(database, "SELECT id, reference, body_hash FROM submission WHERE idempotency_key = ?"),
      insert_proof_(database, "INSERT INTO proof (nonce, expires_at) VALUES (?, ?)"),
      insert_submission_(database,
                         "INSERT INTO submission (id, reference, form, received_at, verified, fields, attachments, "
                         "idempotency_key, body_hash) VALUES (?, ?, ?, ?, ?, ?, ?, NULLIF(?, ''), ?)"),
      insert_outbox_(database, "INSERT INTO outbox (submission, channel, state, due_at) VALUES (?, ?, 'waiting', ?)"),
      forget_proofs_(database, "DELETE FROM proof WHERE expires_at < ?") {}

std::optional<Receipt> Inserter::known(const Arrival& arrival) {
  if (arrival.idempotency_key.empty()) return {};
  find_key_.with(std::string_view(arrival.idempotency_key));
  if (!find_key_.step()) return {};
  const bool same = find_key_.text(2) == arrival.body_hash;
  Receipt receipt{same ? Outcome::repeated : Outcome::mismatch, find_key_.text(1), find_key_.text(0)};
  find_key_.run();
  return receipt;
}

Receipt Inserter::insert(const Arrival& arrival, Seconds now) {
  if (auto receipt = known(arrival)) return *receipt;
  try {
    if (!arrival.proof.empty()) {
      insert_proof_.with(std::string_view(arrival.proof), std::int64_t{arrival.proof_expires}).run();
    }
  } catch (const SqliteError& error) {
    if (error.code == SQLITE_CONSTRAINT_PRIMARYKEY) return {Outcome::proof_used, "", ""};
    throw;
  }
  insert_submission(arrival);
  insert_outbox(arrival, now);
  return {Outcome::stored, arrival.submission.reference, arrival.submission.id};
}

void Inserter::insert_submission(const Arrival& arrival) {
  const Submission& submission = arrival.submission;
  const std::string fields = fields_json(submission);
  const std::string attachments = attachments_json(submission);
  insert_submission_
      .with(std::string_view(submission.id), std::string_view(submission.reference), std::string_view(submission.form),
            submission.received_at, std::int64_t{submission.verified ? 1 : 0}, std::string_view(fields),
            std::string_view(attachments), std::string_view(arrival.idempotency_key),
            std::string_view(arrival.body_hash))
      .run();
}

void Inserter::insert_outbox(const Arrival& arrival, Seconds now) {
  for (const std::string& channel : arrival.channels) {
    insert_outbox_.with(std::string_view(arrival.submission.id), std::string_view(channel), now).run();
  }
}

void Inserter::forget_proofs(Seconds now) { forget_proofs_.with(now).run(); }

}  // namespace lacit::store
