// How bodies are read: piece by piece, so that memory does not grow with them. A form's goes to the intake. One that
// nobody asked for is read to its end before the answer, where it is short: so its framing is checked as any other's,
// and the connection can stay. Where it is long, the connection closes after the answer (RFC 9112, 9.3).
#include <boost/asio/write.hpp>
#include <chrono>
#include <utility>

#include "server/session.h"

namespace lacit::server {

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace {

constexpr std::size_t piece_of_body = 16UL * 1024;
constexpr std::uint64_t most_left_out = 64UL * 1024;

}  // namespace

/// Answers a request whose body, if it has one, is of no use.
void HttpSession::deliver(Answer answer) {
  const bool soon = !request_.expects_continue && request_.body.length <= most_left_out;
  if (is_whole() || !soon) return send(std::move(answer), true);
  answer_ = std::move(answer);
  stream_.expires_after(std::chrono::seconds(state_->options.header_timeout));
  take_body();
}

void HttpSession::start_body() {
  if (!request_.expects_continue) return take_body();
  static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";  // RFC 9110, 10.1.1
  asio::async_write(stream_, asio::buffer(go_on), [self = shared_from_this()](beast::error_code error, std::size_t) {
    if (error) return self->on_body(error);
    self->take_body();
  });
}

void HttpSession::read_body() { receive(piece_of_body, &HttpSession::on_body); }

void HttpSession::on_body(beast::error_code error) {
  if (!error) return take_body();
  // Gone or too slow: what came is forgotten with the post.
  if (post_) --state_->writing;
  close();
}

/// What is in the buffer of this body, to whom it belongs.
void HttpSession::take_body() {
  std::string_view bytes = received();
  const std::size_t before = bytes.size();
  bool wanted = true;
  while (wanted && !bytes.empty() && body_.state() == http::BodyReader::State::more) {
    wanted = take_piece(body_.next(bytes));
  }
  buffer_.consume(before - bytes.size());
  if (wanted && body_.state() == http::BodyReader::State::more) return read_body();
  end_body();
}

bool HttpSession::take_piece(std::string_view content) {
  content_ += content.size();
  if (!post_) return content_ <= most_left_out;
  return content_ <= post_->most && (content.empty() || post_->upload->feed(content));
}

void HttpSession::end_body() {
  const bool malformed = body_.state() == http::BodyReader::State::malformed;
  if (!post_ && !malformed) return send(std::exchange(answer_, {}), true);
  const bool too_large = post_ && content_ > post_->most;
  if (post_ && !malformed && !too_large) return finish_post();
  if (post_) --state_->writing;
  if (malformed) return refuse({400, "The body's chunks cannot be read."});
  send(answer_of(state_->intake->too_large(*post_)), false);
}

}  // namespace lacit::server
