// Forms, between the connection and the intake.
#include <boost/asio/post.hpp>
#include <chrono>

#include "server/client_address.h"
#include "server/session.h"
#include "server/site_path.h"

namespace lacit::server {

namespace asio = boost::asio;

intake::Head HttpSession::intake_head(std::string path) const {
  const auto field = [this](std::string_view name) { return request_.fields.combined(name); };
  return {.method = request_.method,
          .path = std::move(path),
          .query = std::string(query_of(request_.target)),
          .host = request_.host,
          .origin = field("origin"),
          .sec_fetch_site = field("sec-fetch-site"),
          .content_type = field("content-type"),
          .content_encoding = field("content-encoding"),
          .idempotency_key = field("idempotency-key"),
          .address = client_address(peer(), field("x-forwarded-for"), state_->options.policy.proxies),
          .wants_page = accepts_page(field("accept"))};
}

void HttpSession::serve_intake(std::string path) {
  // Nothing here has an entity tag, so the condition never holds, and the method MUST NOT be performed (RFC
  // 9110, 13.1.1).
  if (request_.fields.count("if-match") > 0) {
    return deliver(refusal(412, *state_->site(), state_->options.policy));
  }
  auto begun = state_->intake->begin(intake_head(std::move(path)));
  if (auto* reply = std::get_if<intake::Reply>(&begun)) return deliver(answer_of(std::move(*reply)));
  post_ = std::move(std::get<std::unique_ptr<intake::Post>>(begun));
  // Said by the head, so refused with it (form-backend 2).
  if (request_.body.length > post_->most) {
    return send(answer_of(state_->intake->too_large(*post_)), false);
  }
  ++state_->writing;  // A stopping server waits for it (9).
  // Set once for the whole body, as for the head (3).
  stream_.expires_after(std::chrono::seconds(state_->options.body_timeout));
  start_body();
}

/// Checks, disk and database are for other threads than those that serve connections; the answer comes back to this
/// one's.
void HttpSession::finish_post() {
  stream_.expires_never();
  std::shared_ptr<intake::Post> post = std::move(post_);
  asio::post(state_->workers, [self = shared_from_this(), post] {
    self->state_->intake->finish(post, [self](intake::Reply reply) {
      asio::post(self->stream_.get_executor(), [self, reply = std::move(reply)]() mutable {
        self->send(self->answer_of(std::move(reply)), true);
        --self->state_->writing;  // Only now: a stopping server must see the answer on its way.
      });
    });
  });
}

Answer HttpSession::answer_of(intake::Reply reply) const {
  Answer answer = own_answer(reply.status, std::move(reply.body), reply.type, state_->options.policy);
  for (auto& field : reply.headers) answer.headers.push_back(std::move(field));
  return answer;
}

}  // namespace lacit::server
