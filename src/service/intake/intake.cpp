// What is decided before a body is read.
#include "intake/intake.h"

#include <algorithm>

#include "intake/message.h"
#include "intake/proof.h"
#include "intake/reply_page.h"
#include "intake/words.h"
#include "store/reference.h"
#include "store/retention.h"

namespace lacit::intake {
namespace {

constexpr std::string_view forms_prefix = "/api/forms/";
constexpr std::string_view thanks_suffix = "/thanks";
constexpr std::string_view health_path = "/healthz";
constexpr std::size_t longest_key = 128;
/// How much more than it takes a form is read for, so that who chose too large a file gets the page that says so with
/// all that was written, and not a connection that breaks off.
constexpr std::uint64_t patience = 4;

/// Somebody who gets no page of a form, but a program's answer.
Reply refusal(const forms::FormsFile& file, unsigned status, std::string_view code) {
  return problem_reply({.status = status, .code = std::string(code)}, sentence(file.words, code));
}

Reply not_found(const forms::FormsFile& file) { return refusal(file, 404, "not_found"); }

/// The data folder is not there yet, or not any more.
ProblemDetails away() { return {.status = 503, .code = "busy", .fields = {}, .retry_after = 60}; }

Reply not_allowed(const forms::FormsFile& file, std::string allow) {
  Reply reply = refusal(file, 405, "invalid");
  reply.headers.emplace_back("Allow", std::move(allow));
  return reply;
}

/// Only what a visitor's own browser was sent to is shown, so that no link can put words into our page.
std::string reference_in(std::string_view query) {
  static constexpr std::string_view name = "reference=";
  if (!query.starts_with(name) || !store::is_reference(query.substr(name.size()))) return {};
  return std::string(query.substr(name.size()));
}

bool is_printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

bool is_read(const Head& head) { return head.method == "GET" || head.method == "HEAD"; }

}  // namespace

Intake::Intake(Options options, store::Store& store)
    : options_(std::move(options)),
      store_(store),
      viruses_(options_.viruses),
      captcha_(options_.captcha),
      posts_(std::max(1.0, options_.posts_per_hour / 2), options_.posts_per_hour),
      unverified_(std::max(1.0, options_.posts_per_hour / 8), options_.posts_per_hour / 4),
      counting_(60, 600) {}

void Intake::set_forms(std::shared_ptr<const forms::FormsFile> forms) {
  const std::lock_guard lock(mutex_);
  forms_ = std::move(forms);
}

std::shared_ptr<const forms::FormsFile> Intake::forms() const {
  const std::lock_guard lock(mutex_);
  return forms_;
}

void Intake::take(Belongings belongings) {
  belongings_ = std::make_unique<const Belongings>(std::move(belongings));
  has_ = belongings_.get();
}

bool Intake::has_room() const {
  const Belongings* has = has_;
  return has != nullptr && has->files->has_room();
}

bool Intake::is_open() const { return store_.well() && has_room(); }

void Intake::scan_held(const std::function<bool()>& stop) {
  if (const Belongings* has = has_) viruses_.look_again(store_, *has->files, stop);
}

void Intake::sweep_files() {
  const Belongings* has = has_;
  if (has == nullptr) return;
  const auto all = store_.list({.form = {}, .before = 0, .most = 0, .with_files = true});
  if (!all) return;  // Rather too many files than one too few.
  std::set<std::string> named;
  for (const store::Submission& submission : all.value()) {
    for (const store::Attachment& file : submission.attachments) {
      if (file.scan != store::Scan::found) named.insert(file.stored);
    }
  }
  has->files->sweep(named);
}

base::Result<Retention> Intake::forget(store::Seconds age) {
  const auto old = store::find_old(store_, age);
  if (!old) return old.error();
  const auto gone = store_.remove(old.value().messages, "", "retention");
  if (!gone) return gone.error();
  const Belongings* has = has_;
  for (const store::Submission& submission : gone.value()) {
    for (const store::Attachment& file : submission.attachments) {
      if (has != nullptr) has->files->remove(file.stored);
    }
  }
  return Retention{.deleted = gone.value().size(), .doubted = old.value().doubted, .all = old.value().all};
}

bool Intake::serves(std::string_view path) { return path.starts_with("/api/") || path == health_path; }

Reply Intake::health() const {
  return {.status = 200,
          .type = "application/json",
          .body = is_open() ? "{\"status\":\"ok\",\"forms\":\"ok\"}\n" : "{\"status\":\"ok\",\"forms\":\"away\"}\n",
          .headers = {}};
}

std::variant<Reply, std::unique_ptr<Post>> Intake::begin(const Head& head) {
  if (head.path == health_path) return is_read(head) ? health() : not_allowed(*forms(), "GET, HEAD");
  if (head.path == "/api/challenge") {
    if (!is_read(head)) return not_allowed(*forms(), "GET, HEAD");
    const Belongings* has = has_;
    Reply reply = problem_reply(away(), sentence(forms()->words, away().code));
    if (has != nullptr) {
      reply = {
          .status = 200, .type = "application/json", .body = challenge(has->key, store::now()) + "\n", .headers = {}};
    }
    add_cors(reply, head, caller_of(head, options_.tls, options_.origins));
    return reply;
  }
  if (head.path == "/api/count") return head.method == "POST" ? count(head) : not_allowed(*forms(), "POST");
  if (!head.path.starts_with(forms_prefix)) return not_found(*forms());
  const std::string id = head.path.substr(forms_prefix.size());
  if (is_read(head)) return get(head, id);
  if (head.method == "OPTIONS") return preflight(head);
  if (head.method != "POST") return not_allowed(*forms(), "GET, HEAD, OPTIONS, POST");
  return begin_post(head, id);
}

/// `?page=/about/&from=search`, without a body. What does not count is answered as what does: nobody learns anything.
Reply Intake::count(const Head& head) {
  Reply reply{.status = 204, .type = {}, .body = {}, .headers = {}};
  if (caller_of(head, options_.tls, options_.origins) == Caller::refused) {
    return refusal(*forms(), 403, "forbidden_origin");
  }
  // The address is looked at for the limit, in memory, and not kept.
  if (counting_.take(address_key(head.address), std::chrono::steady_clock::now()) > 0) return reply;
  std::string page;
  std::string from;
  for (const auto& [name, value] : form_data::parse_urlencoded(head.query).value_or(form_data::Pairs())) {
    if (name == "page") page = value;
    if (name == "from") from = value;
  }
  if (!is_page_(page) || !visits_.count(page, from, store::now())) {
    return refusal(*forms(), 422, "invalid");
  }
  return reply;
}

/// Thanks with a reference; any other form's address leads back to the start page, where somebody who reloads belongs
/// (13: a target of our own, never one of the request's).
Reply Intake::get(const Head& head, const std::string& path) const {
  const auto file = forms();
  const bool thanks = path.ends_with(thanks_suffix);
  const auto form = file->forms.find(thanks ? path.substr(0, path.size() - thanks_suffix.size()) : path);
  if (form == file->forms.end()) return not_found(*file);
  const std::string reference = reference_in(head.query);
  if (!thanks || reference.empty())
    return {.status = 303, .type = "text/plain", .body = {}, .headers = {{"Location", "/"}}};
  return {.status = 200,
          .type = "text/html; charset=utf-8",
          .body = thanks_page(*file, form->second, reference),
          .headers = {}};
}

Reply Intake::preflight(const Head& head) const {
  Reply reply{.status = 204, .type = {}, .body = {}, .headers = {}};
  const Caller caller = caller_of(head, options_.tls, options_.origins);
  add_cors(reply, head, caller);
  if (caller != Caller::allowed) return reply;
  reply.headers.emplace_back("Access-Control-Allow-Methods", "POST");
  reply.headers.emplace_back("Access-Control-Allow-Headers", "Idempotency-Key, Content-Type");
  reply.headers.emplace_back("Access-Control-Max-Age", "600");
  return reply;
}

std::optional<ProblemDetails> Intake::judge(const Post& post) {
  const Head& head = post.head;
  if (post.caller == Caller::refused) return ProblemDetails{.status = 403, .code = "forbidden_origin"};
  if (!head.content_encoding.empty() || !is_form_type(head.content_type)) {
    return ProblemDetails{.status = 415, .code = "unsupported_media"};
  }
  if (head.idempotency_key.size() > longest_key || !is_printable(head.idempotency_key)) {
    return ProblemDetails{.status = 400, .code = "invalid"};
  }
  if (const int wait = posts_.take(address_key(head.address), std::chrono::steady_clock::now()); wait > 0) {
    return ProblemDetails{.status = 429, .code = "rate_limited", .fields = {}, .retry_after = wait};
  }
  if (has_.load() == nullptr || !store_.well()) return away();
  return {};
}

/// A program is refused at once. Somebody whose browser shows pages has written words that must not be lost: they are
/// read, without files, and stand in the page that says what is the matter.
std::variant<Reply, std::unique_ptr<Post>> Intake::begin_post(const Head& head, const std::string& id) {
  auto post = std::make_unique<Post>();
  post->file = forms();
  post->head = head;
  post->caller = caller_of(head, options_.tls, options_.origins);
  const auto form = post->file->forms.find(id);
  if (form == post->file->forms.end()) return not_found(*post->file);
  post->form = &form->second;
  post->refused = judge(*post);
  const bool page = head.wants_page;
  const bool readable = head.content_encoding.empty() && is_form_type(head.content_type);
  if (post->refused && !(page && readable)) return refuse(*post, *post->refused);
  const Belongings* has = has_;
  store::AttachmentFiles* files = post->form->attachments && has != nullptr ? has->files.get() : nullptr;
  post->upload = std::make_unique<Upload>(head.content_type, files, options_.upload,
                                          page ? Upload::After::read_on : Upload::After::stop);
  if (post->refused) post->upload->leave_files_out();
  post->most = options_.upload.body() * (page ? patience : 1);
  return post;
}

Reply Intake::too_large(const Post& post) const {
  if (post.upload) post.upload->finish();  // Which it is not: what came of it is shown.
  return refuse(post, {.status = 413, .code = "too_large"});
}

}  // namespace lacit::intake
