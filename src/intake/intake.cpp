// What is decided before a body is read.
#include "intake/intake.h"

#include <algorithm>

#include "intake/message.h"
#include "intake/proof.h"
#include "intake/reply_page.h"

namespace lacit::intake {
namespace {

constexpr std::string_view forms_prefix = "/api/forms/";
constexpr std::string_view thanks_suffix = "/thanks";
constexpr std::size_t longest_key = 128;

Problem plain(unsigned status, std::string code, std::string detail) {
  return {.status = status, .code = std::move(code), .detail = std::move(detail), .fields = {}, .retry_after = 0};
}

Reply not_found() { return problem_reply(plain(404, "not_found", "There is nothing here.")); }

Reply not_allowed(std::string allow) {
  Reply reply = problem_reply(plain(405, "invalid", "This method is not served here."));
  reply.headers.emplace_back("Allow", std::move(allow));
  return reply;
}

/// Only what a visitor's own browser was sent to is shown, so that no link can put words into our page.
std::string reference_in(std::string_view query) {
  static constexpr std::string_view name = "reference=";
  if (!query.starts_with(name) || !is_reference(query.substr(name.size()))) return {};
  return std::string(query.substr(name.size()));
}

bool is_printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

bool is_read(const Head& head) { return head.method == "GET" || head.method == "HEAD"; }

}  // namespace

Intake::Intake(Options options, std::string key, std::unique_ptr<AttachmentFiles> files, store::Store& store)
    : options_(std::move(options)),
      key_(std::move(key)),
      files_(std::move(files)),
      store_(store),
      viruses_(options_.viruses),
      captcha_(options_.captcha),
      posts_(std::max(1.0, options_.posts_per_hour / 2), options_.posts_per_hour),
      unverified_(std::max(1.0, options_.posts_per_hour / 8), options_.posts_per_hour / 4),
      counting_(60, 600) {}

void Intake::set_forms(std::shared_ptr<const FormsFile> forms) {
  const std::lock_guard lock(mutex_);
  forms_ = std::move(forms);
}

std::shared_ptr<const FormsFile> Intake::forms() const {
  const std::lock_guard lock(mutex_);
  return forms_;
}

void Intake::sweep_files() {
  const auto all = store_.list({.form = {}, .before = 0, .most = 0, .with_files = true});
  if (!all) return;  // Rather too many files than one too few.
  std::set<std::string> named;
  for (const store::Submission& submission : all.value()) {
    for (const store::Attachment& file : submission.attachments) {
      if (file.scan != store::Scan::found) named.insert(file.stored);
    }
  }
  files_->sweep(named);
}

base::Result<std::size_t> Intake::forget(store::Seconds before) {
  const auto gone = store_.remove({.form = {}, .before = before, .most = 0}, "", "retention");
  if (!gone) return base::Error{gone.message()};
  for (const store::Submission& submission : gone.value()) {
    for (const store::Attachment& file : submission.attachments) files_->remove(file.stored);
  }
  return gone.value().size();
}

bool Intake::serves(std::string_view path) { return path.starts_with("/api/"); }

std::variant<Reply, std::unique_ptr<Post>> Intake::begin(const Head& head) {
  if (head.path == "/api/challenge") {
    if (!is_read(head)) return not_allowed("GET, HEAD");
    Reply reply{.status = 200, .type = "application/json", .body = challenge(key_, store::now()) + "\n", .headers = {}};
    add_cors(reply, head, caller_of(head, options_.tls, options_.origins));
    return reply;
  }
  if (head.path == "/api/count") return head.method == "POST" ? count(head) : not_allowed("POST");
  if (!head.path.starts_with(forms_prefix)) return not_found();
  const std::string id = head.path.substr(forms_prefix.size());
  if (is_read(head)) return get(head, id);
  if (head.method == "OPTIONS") return preflight(head);
  if (head.method != "POST") return not_allowed("GET, HEAD, OPTIONS, POST");
  return begin_post(head, id);
}

/// `?page=/about/&from=search`, without a body. What does not count is answered as what does: nobody learns anything.
Reply Intake::count(const Head& head) {
  Reply reply{.status = 204, .type = {}, .body = {}, .headers = {}};
  if (caller_of(head, options_.tls, options_.origins) == Caller::refused) {
    return problem_reply(plain(403, "forbidden_origin", "This page may not count visits."));
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
    return problem_reply(plain(422, "invalid", "Count a page of this site: ?page=/about/&from=none"));
  }
  return reply;
}

/// Thanks with a reference; any other form's address leads back to the start page, where somebody who reloads belongs
/// (13: a target of our own, never one of the request's).
Reply Intake::get(const Head& head, const std::string& path) const {
  const auto file = forms();
  const bool thanks = path.ends_with(thanks_suffix);
  const auto form = file->forms.find(thanks ? path.substr(0, path.size() - thanks_suffix.size()) : path);
  if (form == file->forms.end()) return not_found();
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

std::variant<Reply, std::unique_ptr<Post>> Intake::begin_post(const Head& head, const std::string& id) {
  auto post = std::make_unique<Post>();
  post->file = forms();
  post->head = head;
  post->caller = caller_of(head, options_.tls, options_.origins);
  const auto form = post->file->forms.find(id);
  if (form == post->file->forms.end()) return not_found();
  post->form = &form->second;
  if (post->caller == Caller::refused) {
    return refuse(*post, plain(403, "forbidden_origin", "This page may not send the form."));
  }
  if (!head.content_encoding.empty() || !is_form_type(head.content_type)) {
    return refuse(*post,
                  plain(415, "unsupported_media", "Send multipart/form-data or application/x-www-form-urlencoded."));
  }
  if (head.idempotency_key.size() > longest_key) {
    return refuse(*post, plain(400, "invalid", "The Idempotency-Key is longer than 128 characters."));
  }
  if (!is_printable(head.idempotency_key)) {
    return refuse(*post, plain(400, "invalid", "The Idempotency-Key has characters that are not printable ASCII."));
  }
  if (const int wait = posts_.take(address_key(head.address), std::chrono::steady_clock::now()); wait > 0) {
    Problem problem = plain(429, "rate_limited", "Many messages came from this address.");
    problem.retry_after = wait;
    return refuse(*post, problem);
  }
  AttachmentFiles* files = post->form->attachments ? files_.get() : nullptr;
  post->upload = std::make_unique<Upload>(head.content_type, files, options_.upload);
  return post;
}

Reply Intake::too_large(const Post& post) const {
  return refuse(post, plain(413, "too_large", "The form is larger than this site takes."));
}

}  // namespace lacit::intake
