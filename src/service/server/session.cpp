#include "server/session.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <chrono>

#include "server/answer_head.h"
#include "server/client_address.h"
#include "server/site_path.h"

namespace lacit::server {

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace {

constexpr std::size_t piece_of_head = 4UL * 1024;
constexpr auto write_limit = std::chrono::seconds(60);
constexpr auto linger_limit = std::chrono::seconds(2);

Request request_of(const http::Request& request) {
  const auto field = [&request](std::string_view name) { return request.fields.combined(name); };
  return {.method = request.method,
          .target = request.target,
          .accept_encoding = field("accept-encoding"),
          .if_match = field("if-match"),
          .if_none_match = field("if-none-match"),
          .range = field("range"),
          .if_range = field("if-range")};
}

}  // namespace

HttpSession::HttpSession(asio::ip::tcp::socket&& socket, std::shared_ptr<SharedState> state)
    : stream_(std::move(socket)), state_(std::move(state)) {}

HttpSession::~HttpSession() { state_->connections.leave(id_); }

void HttpSession::start() {
  const std::string address = peer();
  id_ = state_->connections.admit(intake::address_key(address), is_proxy(address, state_->options.policy.proxies),
                                  [weak = weak_from_this()] {
                                    const auto self = weak.lock();
                                    if (self)
                                      asio::post(self->stream_.get_executor(), [self] { self->stream_.close(); });
                                  });
  if (id_ == 0) return;
  beast::error_code ignored;
  stream_.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
  asio::dispatch(stream_.get_executor(), [self = shared_from_this()] { self->read(); });
}

std::string HttpSession::peer() const {
  beast::error_code ignored;
  return stream_.socket().remote_endpoint(ignored).address().to_string();
}

std::string_view HttpSession::received() const {
  const auto bytes = buffer_.data();
  return {static_cast<const char*>(bytes.data()), bytes.size()};
}

// The deadline is set once for the whole head: a byte a second does not move it (form-backend 3).
void HttpSession::read() {
  scanner_ = {};
  if (buffer_.size() == 0 && buffer_.capacity() > piece_of_head) buffer_.shrink_to_fit();
  stream_.expires_after(std::chrono::seconds(state_->options.header_timeout));
  state_->connections.wait(id_);
  look();
}

void HttpSession::look() {
  const http::Scan scan = scanner_.look(received());
  if (scan == http::Scan::more) return receive(piece_of_head, &HttpSession::on_head);
  if (!state_->connections.work(id_)) return stream_.close();  // Had to make room for another one.
  by_head_ = http::asks_by_head(received());
  if (scan != http::Scan::complete) return refuse(http::refusal_of(scan));
  auto passed = http::pass(scanner_.head(received()));
  buffer_.consume(scanner_.size());
  if (const auto* refusal = std::get_if<http::Refusal>(&passed)) return refuse(*refusal);
  request_ = std::move(std::get<http::Request>(passed));
  body_ = http::BodyReader(request_.body);
  content_ = 0;
  on_request();
}

/// Reads up to `size` bytes more, under the deadline that was set before.
void HttpSession::receive(std::size_t size, void (HttpSession::*then)(beast::error_code)) {
  stream_.async_read_some(buffer_.prepare(size),
                          [self = shared_from_this(), then](beast::error_code error, std::size_t n) {
                            self->buffer_.commit(n);
                            ((*self).*then)(error);
                          });
}

void HttpSession::on_head(beast::error_code error) {
  if (error) return close();
  look();
}

/// Where the next request begins is not known after one that was refused.
void HttpSession::refuse(const http::Refusal& refusal) {
  request_ = {.keep_alive = false};
  request_.method = by_head_ ? "HEAD" : "";
  body_ = http::BodyReader({.chunked = true});  // Whatever comes now is left out.
  send(server::refusal(refusal.status, *state_->site(), state_->options.policy), false);
}

void HttpSession::on_request() {
  std::string path = decoded_path(request_.target);
  if (state_->intake && intake::Intake::serves(path)) return serve_intake(std::move(path));
  deliver(answer(request_of(request_), state_->site(), state_->options.policy));
}

void HttpSession::send(Answer answer, bool keep_alive) {
  const bool only_head = request_.method == "HEAD" || has_no_body(answer);
  const bool from_disk = answer.file.path != nullptr && !only_head;
  // Opened before a word is said: a file that went since the site was read is an honest error.
  if (from_disk) file_ = FileReader::open(answer.file);
  if (from_disk && !file_) answer = refusal(500, *state_->site(), state_->options.policy);
  answer_ = std::move(answer);
  ++state_->writing;
  const bool stays = keep_alive && is_whole() && request_.keep_alive && !state_->draining;
  head_ = head_of(answer_, stays);
  if (file_) return send_file(stays);
  send_head(stays, only_head ? std::string_view() : answer_.content());
}

void HttpSession::send_head(bool keep_alive, std::string_view content) {
  stream_.expires_after(write_limit);
  asio::async_write(
      stream_, std::array<asio::const_buffer, 2>{asio::buffer(head_), asio::buffer(content.data(), content.size())},
      [self = shared_from_this(), keep_alive](beast::error_code error, std::size_t) {
        self->on_write(error, keep_alive);
      });
}

void HttpSession::on_write(beast::error_code error, bool keep_alive) {
  --state_->writing;
  file_.reset();
  if (error || !keep_alive || state_->draining) return close();
  answer_ = {};
  post_.reset();
  read();
}

void HttpSession::close() {
  beast::error_code ignored;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  if (is_whole() && buffer_.size() == 0) return;
  stream_.expires_after(linger_limit);
  linger();
}

// A socket that is closed with bytes unread resets the connection, and the sender never reads why (RFC 9112, 9.6).
void HttpSession::linger() {
  buffer_.consume(buffer_.size());
  stream_.async_read_some(buffer_.prepare(piece_of_head),
                          [self = shared_from_this()](beast::error_code error, std::size_t) {
                            if (!error) self->linger();
                          });
}

}  // namespace lacit::server
