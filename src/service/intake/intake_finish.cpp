// What is decided once a body was read.
#include <algorithm>

#include "base/log.h"
#include "intake/intake.h"
#include "intake/message.h"
#include "intake/proof.h"
#include "intake/reply_page.h"
#include "intake/time_token.h"
#include "intake/words.h"
#include "secrets/secrets.h"
#include "store/reference.h"

namespace lacit::intake {
namespace {

constexpr std::size_t id_bytes = 16;

/// Of a page without script, the same message with the same token is the same press of the button.
std::string key_of(const Head& head, const Message& message, const std::string& hash) {
  return head.idempotency_key.empty() && !message.token.empty() ? message.token + hash : head.idempotency_key;
}

}  // namespace

/// As JSON, or as the page with the form again and everything that was written in it.
Reply Intake::refuse(const Post& post, const ProblemDetails& problem) const {
  Reply reply = problem_reply(problem, sentence(post.file->words, problem.code));
  if (post.head.wants_page) {
    const Sent sent{.values = post.upload && post.upload->has_begun() ? &post.upload->fields() : nullptr,
                    .cut = post.upload && post.upload->lost_words(),
                    .files = post.upload && post.upload->had_files()};
    reply.type = "text/html; charset=utf-8";
    reply.body = form_again_page(*post.file, *post.form, sent, problem, token_for(*post.form));
  }
  add_cors(reply, post.head, post.caller);
  return reply;
}

std::string Intake::token_for(const forms::Form& form) const {
  const Belongings* has = has_;
  return has == nullptr ? std::string() : time_token(has->key, form.id, store::now());
}

std::optional<ProblemDetails> Intake::read(const Post& post, Message& message) const {
  if (post.upload->problem()) return post.upload->problem();
  return read_message(*post.form, options_.captcha.provider, post.upload->fields(), message);
}

std::optional<ProblemDetails> Intake::prove_by_work(Message& message) const {
  const Proof proof = check_proof(has_.load()->key, message.altcha, store::now());
  if (proof.state == ProofState::expired) return ProblemDetails{.status = 422, .code = "proof_expired"};
  if (proof.state == ProofState::invalid) return ProblemDetails{.status = 422, .code = "proof_invalid"};
  message.verified = true;
  message.proof = proof.nonce;
  message.proof_expires = proof.expires_at;
  return {};
}

/// A provider that is down costs no message: it is taken as one without proof, unless the configuration says otherwise
/// (29).
std::optional<ProblemDetails> Intake::prove_by_captcha(const Post& post, Message& message) {
  const captcha::Finding finding = captcha_.verify(message.captcha, post.head.address, post.form->id);
  message.verified = finding.verdict == captcha::Verdict::passed;
  if (message.verified) return {};
  const bool down = finding.verdict == captcha::Verdict::down;
  base::log(std::string(name_of(options_.captcha.provider)) +
            (down ? " could not be asked: " : " did not verify a message: ") + finding.why);
  if (finding.verdict == captcha::Verdict::refused) return ProblemDetails{.status = 422, .code = "captcha_failed"};
  message.unverified = store::Unverified::captcha_down;
  if (options_.captcha.accept_when_down) return take_unverified(post);
  return ProblemDetails{.status = 503, .code = "captcha_down", .fields = {}, .retry_after = 30};
}

/// Fewer of those from one address.
std::optional<ProblemDetails> Intake::take_unverified(const Post& post) {
  const int wait = unverified_.take(address_key(post.head.address), std::chrono::steady_clock::now());
  if (wait == 0) return {};
  return ProblemDetails{.status = 429, .code = "rate_limited", .fields = {}, .retry_after = wait};
}

/// A provider's token where one is configured, else a proof of work; or, for a page without script, the token that its
/// first sending was answered with.
std::optional<ProblemDetails> Intake::prove(const Post& post, Message& message) {
  const bool by_captcha = options_.captcha.provider != captcha::Provider::none;
  if (by_captcha && !message.captcha.empty()) return prove_by_captcha(post, message);
  if (!by_captcha && !message.altcha.empty()) return prove_by_work(message);
  if (!post.head.wants_page) {
    return ProblemDetails{.status = 422, .code = by_captcha ? "captcha_required" : "proof_required"};
  }
  const bool good = is_good_token(has_.load()->key, post.form->id, message.token, store::now());
  if (!good) return ProblemDetails{.status = 200, .code = "again"};
  if (!message.scripted) message.unverified = store::Unverified::without_script;
  return take_unverified(post);
}

/// A retry may come when its proof has run out, its token was used up or its sender's share is spent: what was stored
/// is answered as it was then (32).
std::string Intake::answered_before(const Post& post, const Message& message) const {
  const std::string hash = hash_of(*post.form, message, post.upload->files());
  const std::string key = key_of(post.head, message, hash);
  if (key.empty()) return {};
  const auto reference = store_.answered(key, hash);
  return reference ? reference.value() : std::string();
}

store::Arrival Intake::arrival_of(const Post& post, const Message& message) const {
  const std::string hash = hash_of(*post.form, message, post.upload->files());
  store::Arrival arrival{.submission = {.id = secrets::random_hex(id_bytes),
                                        .reference = store::new_reference(),
                                        .form = post.form->id,
                                        .received_at = store::now(),
                                        .verified = message.verified,
                                        .unverified = message.unverified,
                                        .fields = message.fields,
                                        .attachments = {}},
                         .idempotency_key = key_of(post.head, message, hash),
                         .body_hash = hash,
                         .proof = message.proof,
                         .proof_expires = message.proof_expires,
                         .routes = options_.routes};
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
  for (const ReceivedFile& received : post.upload->files()) has_.load()->files->remove(received.file->stored());
}

Reply Intake::accepted(const Post& post, const std::string& reference) const {
  Reply reply{
      .status = 201, .type = "application/json", .body = R"({"reference":")" + reference + "\"}\n", .headers = {}};
  if (post.head.wants_page) {
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
    case store::Outcome::mismatch: return refuse(post, {.status = 422, .code = "idempotency_mismatch"});
    case store::Outcome::proof_used: return refuse(post, {.status = 422, .code = "proof_used"});
    case store::Outcome::busy:
    case store::Outcome::unsure: break;
  }
  return refuse(post, {.status = 503, .code = "busy", .fields = {}, .retry_after = 5});
}

void Intake::finish(const std::shared_ptr<Post>& post, std::function<void(Reply)> done) {
  post->upload->finish();
  if (post->refused) return done(refuse(*post, *post->refused));
  Message message;
  std::optional<ProblemDetails> problem = read(*post, message);
  // A trap that only programs fall into: they learn nothing from the answer (28).
  if (!message.trap.empty()) return done(accepted(*post, store::new_reference()));
  if (!problem && (problem = prove(*post, message))) {
    if (const auto reference = answered_before(*post, message); !reference.empty())
      return done(accepted(*post, reference));
  }
  if (!problem) problem = viruses_.check(post->upload->files());  // Last: it takes longest.
  if (!problem && !keep_files(*post)) {
    drop_files(*post);
    problem = ProblemDetails{.status = 503, .code = "busy", .fields = {}, .retry_after = 60};
  }
  if (problem) return done(refuse(*post, *problem));
  store::Arrival arrival = arrival_of(*post, message);
  store_.add(std::move(arrival),
             [this, post, done = std::move(done)](const store::Receipt& receipt) { done(settled(*post, receipt)); });
}

}  // namespace lacit::intake
