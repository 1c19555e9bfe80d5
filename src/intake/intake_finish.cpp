// What is decided once a body was read.
#include <algorithm>

#include "base/log.h"
#include "intake/intake.h"
#include "intake/message.h"
#include "intake/proof.h"
#include "intake/reply_page.h"
#include "intake/secrets.h"
#include "intake/time_token.h"

namespace lacit::intake {
namespace {

constexpr std::size_t id_bytes = 16;

bool wants_page(const Head& head) { return head.accept.find("text/html") != std::string::npos; }

Problem plain(unsigned status, std::string code, std::string detail) {
  return {.status = status, .code = std::move(code), .detail = std::move(detail), .fields = {}, .retry_after = 0};
}

/// Of a page without script, the same message with the same token is the same press of the button.
std::string key_of(const Head& head, const Message& message, const std::string& hash) {
  return head.idempotency_key.empty() && !message.token.empty() ? message.token + hash : head.idempotency_key;
}

}  // namespace

/// As JSON, or as the page with the form again and everything that was written in it.
Reply Intake::refuse(const Post& post, const Problem& problem) const {
  Reply reply = problem_reply(problem);
  if (wants_page(post.head)) {
    const form_data::Pairs values = post.upload ? post.upload->fields() : form_data::Pairs();
    reply.type = "text/html; charset=utf-8";
    reply.body =
        form_again_page(*post.file, *post.form, values, problem, time_token(key_, post.form->id, store::now()));
  }
  add_cors(reply, post.head, post.caller);
  return reply;
}

std::optional<Problem> Intake::read(const Post& post, Message& message) const {
  if (post.upload->problem()) return post.upload->problem();
  return read_message(*post.form, options_.captcha.provider, post.upload->fields(), message);
}

std::optional<Problem> Intake::prove_by_work(Message& message) const {
  const Proof proof = check_proof(key_, message.altcha, store::now());
  if (proof.state == ProofState::expired) return plain(422, "proof_expired", "The proof of work has expired.");
  if (proof.state == ProofState::invalid) return plain(422, "proof_invalid", "The proof of work is not valid.");
  message.verified = true;
  message.proof = proof.nonce;
  message.proof_expires = proof.expires_at;
  return {};
}

/// A provider that is down costs no message: it is taken as one without proof, unless the configuration says otherwise
/// (29).
std::optional<Problem> Intake::prove_by_captcha(const Post& post, Message& message) {
  const captcha::Finding finding = captcha_.verify(message.captcha, post.head.address, post.form->id);
  message.verified = finding.verdict == captcha::Verdict::passed;
  if (message.verified) return {};
  const bool down = finding.verdict == captcha::Verdict::down;
  base::log(std::string(name_of(options_.captcha.provider)) +
            (down ? " could not be asked: " : " did not verify a message: ") + finding.why);
  if (finding.verdict == captcha::Verdict::refused) return plain(422, "captcha_failed", "The token is not valid.");
  if (options_.captcha.accept_when_down) return take_unverified(post);
  Problem problem = plain(503, "captcha_down", "The check against spam cannot be reached.");
  problem.retry_after = 30;
  return problem;
}

/// Fewer of those from one address.
std::optional<Problem> Intake::take_unverified(const Post& post) {
  const int wait = unverified_.take(address_key(post.head.address), std::chrono::steady_clock::now());
  if (wait == 0) return {};
  Problem problem = plain(429, "rate_limited", "Many messages came from this address.");
  problem.retry_after = wait;
  return problem;
}

/// A provider's token where one is configured, else a proof of work; or, for a page without script, the token that its
/// first sending was answered with.
std::optional<Problem> Intake::prove(const Post& post, Message& message) {
  const bool by_captcha = options_.captcha.provider != captcha::Provider::none;
  if (by_captcha && !message.captcha.empty()) return prove_by_captcha(post, message);
  if (!by_captcha && !message.altcha.empty()) return prove_by_work(message);
  if (!wants_page(post.head)) {
    if (!by_captcha) return plain(422, "proof_required", "The field altcha is missing; see /api/challenge.");
    return plain(422, "captcha_required",
                 "The field " + std::string(field_of(options_.captcha.provider)) + " is missing.");
  }
  if (!is_good_token(key_, post.form->id, message.token, store::now())) return plain(200, "again", "");
  return take_unverified(post);
}

store::Arrival Intake::arrival_of(const Post& post, const Message& message) const {
  const std::string hash = hash_of(*post.form, message, post.upload->files());
  store::Arrival arrival{.submission = {.id = random_hex(id_bytes),
                                        .reference = new_reference(),
                                        .form = post.form->id,
                                        .received_at = store::now(),
                                        .verified = message.verified,
                                        .fields = message.fields,
                                        .attachments = {}},
                         .idempotency_key = key_of(post.head, message, hash),
                         .body_hash = hash,
                         .proof = message.proof,
                         .proof_expires = message.proof_expires,
                         .channels = options_.channels};
  for (const ReceivedFile& file : post.upload->files()) {
    arrival.submission.attachments.push_back({.name = file.name,
                                              .stored = file.file->stored(),
                                              .type = std::string(media_type(file.type)),
                                              .bytes = file.file->size(),
                                              .scan = file.scan});
  }
  return arrival;
}

/// Before the rows that name them: a row never names a file that is not there, and a file without a row is swept (26).
bool Intake::keep_files(const Post& post) {
  const auto& files = post.upload->files();
  return std::all_of(files.begin(), files.end(), [](const ReceivedFile& received) { return received.file->keep(); });
}

void Intake::drop_files(const Post& post) const {
  for (const ReceivedFile& received : post.upload->files()) files_->remove(received.file->stored());
}

Reply Intake::accepted(const Post& post, const std::string& reference) const {
  Reply reply{
      .status = 201, .type = "application/json", .body = R"({"reference":")" + reference + "\"}\n", .headers = {}};
  if (wants_page(post.head)) {
    reply = {.status = 303,
             .type = "text/plain; charset=utf-8",
             .body = {},
             .headers = {{"Location", "/api/forms/" + post.form->id + "/thanks?reference=" + reference}}};
  }
  add_cors(reply, post.head, post.caller);
  return reply;
}

Reply Intake::settled(const Post& post, const store::Receipt& receipt) const {
  const bool stored = receipt.outcome == store::Outcome::stored;
  // A row that may be there may name the files: without one they are swept.
  if (!stored && receipt.outcome != store::Outcome::unsure) drop_files(post);
  if (stored) stored_();
  switch (receipt.outcome) {
    case store::Outcome::stored:
    case store::Outcome::repeated: return accepted(post, receipt.reference);
    case store::Outcome::mismatch:
      return refuse(post, plain(422, "idempotency_mismatch", "This Idempotency-Key was used for another message."));
    case store::Outcome::proof_used:
      return refuse(post, plain(422, "proof_used", "This proof of work was used before."));
    case store::Outcome::busy:
    case store::Outcome::unsure: break;
  }
  Problem problem = plain(503, "busy", "The message could not be stored. Nothing was lost: try again.");
  problem.retry_after = 5;
  return refuse(post, problem);
}

void Intake::finish(const std::shared_ptr<Post>& post, std::function<void(Reply)> done) {
  post->upload->finish();
  Message message;
  std::optional<Problem> problem = read(*post, message);
  // A trap that only programs fall into: they learn nothing from the answer (28).
  if (!message.trap.empty()) return done(accepted(*post, new_reference()));
  if (!problem) problem = prove(*post, message);
  if (!problem) problem = viruses_.check(post->upload->files());  // Last: it takes longest.
  if (!problem && !keep_files(*post)) {
    drop_files(*post);
    problem = plain(503, "busy", "There is no room for files just now.");
    problem->retry_after = 60;
  }
  if (problem) return done(refuse(*post, *problem));
  store::Arrival arrival = arrival_of(*post, message);
  store_.add(std::move(arrival),
             [this, post, done = std::move(done)](const store::Receipt& receipt) { done(settled(*post, receipt)); });
}

}  // namespace lacit::intake
