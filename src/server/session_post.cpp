// How a form's body is read: piece by piece, so that memory does not grow with it.
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <chrono>

#include "server/client_address.h"
#include "server/session.h"

namespace lacit::server {

namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

std::string text(const auto& view) { return {view.data(), view.size()}; }

}  // namespace

intake::Head Session::intake_head(std::string path) const {
  const auto& message = parser_->get();
  const auto header = [&message](const auto& name) { return text(message[name]); };
  const std::string target = text(message.target());
  const std::size_t query = target.find('?');
  beast::error_code ignored;
  const std::string peer = stream_.socket().remote_endpoint(ignored).address().to_string();
  return {.method = text(message.method_string()),
          .path = std::move(path),
          .query = query == std::string::npos ? "" : target.substr(query + 1),
          .host = header(http::field::host),
          .origin = header(http::field::origin),
          .sec_fetch_site = header("Sec-Fetch-Site"),
          .accept = header(http::field::accept),
          .content_type = header(http::field::content_type),
          .content_encoding = header(http::field::content_encoding),
          .idempotency_key = header("Idempotency-Key"),
          .address = client_address(peer, header("X-Forwarded-For"), state_->options.policy.proxies)};
}

void Session::serve_intake(std::string path, bool keep_alive, bool head) {
  auto begun = state_->intake->begin(intake_head(std::move(path)));
  if (auto* reply = std::get_if<intake::Reply>(&begun)) return send_reply(std::move(*reply), keep_alive, head);
  post_ = std::move(std::get<std::unique_ptr<intake::Post>>(begun));
  const std::uint64_t limit = state_->intake->options().upload.body();
  // The parser looks at Content-Length only with the head, and at the limit for chunks with each (form-backend 2).
  if (const auto length = parser_->content_length(); length && *length > limit) {
    return send_reply(state_->intake->too_large(*post_), false, false);
  }
  parser_->body_limit(limit);
  start_body();
}

void Session::start_body() {
  ++state_->writing;  // A stopping server waits for it (9).
  piece_ = std::make_unique<std::array<char, 16UL * 1024>>();
  // Set once for the whole body, as for the head (3).
  stream_.expires_after(std::chrono::seconds(state_->options.body_timeout));
  const auto& message = parser_->get();
  if (!beast::iequals(message[http::field::expect], "100-continue")) return read_body();
  static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";  // RFC 9110, 10.1.1
  boost::asio::async_write(stream_, boost::asio::buffer(go_on),
                           [self = shared_from_this()](beast::error_code error, std::size_t) {
                             if (!error) return self->read_body();
                             --self->state_->writing;
                             self->close();
                           });
}

void Session::read_body() {
  if (parser_->is_done()) return finish_post();
  auto& body = parser_->get().body();
  body.data = piece_->data();
  body.size = piece_->size();
  http::async_read_some(stream_, buffer_, *parser_,
                        [self = shared_from_this()](beast::error_code error, std::size_t) { self->on_body(error); });
}

void Session::on_body(beast::error_code error) {
  if (error == http::error::need_buffer) error = {};
  if (error) {
    --state_->writing;
    if (error == http::error::body_limit) return send_reply(state_->intake->too_large(*post_), false, false);
    const bool unreadable = error.category() == http::make_error_code(http::error::bad_chunk).category() &&
                            error != http::error::partial_message && error != http::error::end_of_stream;
    if (!unreadable) return close();  // Gone or too slow: what came is forgotten with the post.
    return send(refusal(400, "This request cannot be read.", state_->options.policy), false, false);
  }
  const std::size_t size = piece_->size() - parser_->get().body().size;
  if (!post_->upload->feed({piece_->data(), size})) return finish_post();
  read_body();
}

/// Checks, disk and database are for other threads than those that serve connections; the answer comes back to this
/// one's.
void Session::finish_post() {
  const bool keep_alive = parser_->is_done() && parser_->get().keep_alive() && !state_->draining;
  piece_.reset();
  stream_.expires_never();
  std::shared_ptr<intake::Post> post = std::move(post_);
  boost::asio::post(state_->workers, [self = shared_from_this(), post, keep_alive] {
    self->state_->intake->finish(post, [self, keep_alive](intake::Reply reply) {
      boost::asio::post(self->stream_.get_executor(), [self, keep_alive, reply = std::move(reply)]() mutable {
        self->send_reply(std::move(reply), keep_alive, false);
        --self->state_->writing;  // Only now: a stopping server must see the answer on its way.
      });
    });
  });
}

void Session::send_reply(intake::Reply reply, bool keep_alive, bool head) {
  Answer answer = own_answer(reply.status, std::move(reply.body), reply.type, state_->options.policy);
  for (auto& header : reply.headers) answer.headers.push_back(std::move(header));
  send(std::move(answer), keep_alive, head);
}

}  // namespace lacit::server
