#include "store/sql_inserter.h"

#include <optional>

#include "store/rows.h"

namespace lacit::store {
namespace {

std::optional<Receipt> known(Sql& sql, const Arrival& arrival) {
  const auto rows =
      sql.run("SELECT id, reference, body_hash FROM submission WHERE id = $1 OR idempotency_key = NULLIF($2, '')",
              {arrival.submission.id, arrival.idempotency_key});
  if (rows.empty()) return {};
  const Row& row = rows.front();
  Outcome outcome = row.text(2) == arrival.body_hash ? Outcome::repeated : Outcome::mismatch;
  if (row.text(0) == arrival.submission.id) outcome = Outcome::stored;
  return Receipt{outcome, row.text(1), row.text(0)};
}

// A unique key that is taken must not spoil the transaction, which is others' too: it waits for whoever is about to
// take it, and then says so by giving no row.
bool insert_submission(Sql& sql, const Arrival& arrival) {
  const Submission& submission = arrival.submission;
  const std::string fields = fields_json(submission);
  const std::string attachments = attachments_json(submission);
  return !sql.run(
                 "INSERT INTO submission (id, reference, form, received_at, verified, fields, attachments, "
                 "idempotency_key, body_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, NULLIF($8, ''), $9) "
                 "ON CONFLICT DO NOTHING RETURNING id",
                 {submission.id, submission.reference, submission.form, submission.received_at,
                  verified_number(submission), fields, attachments, arrival.idempotency_key, arrival.body_hash})
              .empty();
}

bool use_proof(Sql& sql, const Arrival& arrival) {
  if (arrival.proof.empty()) return true;
  return !sql.run("INSERT INTO proof (nonce, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING nonce",
                  {arrival.proof, arrival.proof_expires})
              .empty();
}

}  // namespace

Receipt insert(Sql& sql, const Arrival& arrival, Seconds now) {
  if (auto receipt = known(sql, arrival)) return *receipt;
  // Another server was quicker; or it is the reference, of which another try has a new one.
  if (!insert_submission(sql, arrival)) return known(sql, arrival).value_or(Receipt{});
  if (!use_proof(sql, arrival)) {
    sql.run("DELETE FROM submission WHERE id = $1", {arrival.submission.id});
    return {Outcome::proof_used, "", ""};
  }
  for (const Route& route : arrival.routes) {
    sql.run("INSERT INTO outbox (submission, channel, recipient, state, due_at) VALUES ($1, $2, $3, 'waiting', $4)",
            {arrival.submission.id, route.channel, route.recipient, now});
  }
  return {Outcome::stored, arrival.submission.reference, arrival.submission.id};
}

}  // namespace lacit::store
