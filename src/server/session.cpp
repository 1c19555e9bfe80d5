#include "server/session.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <limits>

namespace lacit::server {

namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

constexpr std::size_t largest_head = 16UL * 1024;  // Request line and headers together (form-backend 4).
constexpr auto write_limit = std::chrono::seconds(60);
constexpr auto linger_limit = std::chrono::seconds(2);

std::string text(const auto& view) { return {view.data(), view.size()}; }

Request request_of(const http::request<http::buffer_body>& message) {
  const auto header = [&message](http::field name) { return text(message[name]); };
  return {.method = text(message.method_string()),
          .target = text(message.target()),
          .accept_encoding = header(http::field::accept_encoding),
          .if_none_match = header(http::field::if_none_match),
          .range = header(http::field::range),
          .if_range = header(http::field::if_range)};
}

/// RFC 9112, 6.1 and 6.3: a request with both, or with two lengths, may be smuggling another one.
bool is_ambiguous(const http::request<http::buffer_body>& message) {
  const auto lengths = message.count(http::field::content_length);
  return lengths > 1 || (lengths == 1 && message.count(http::field::transfer_encoding) > 0);
}

bool has_body(const http::request<http::buffer_body>& message) {
  const auto length = message[http::field::content_length];
  return message.count(http::field::transfer_encoding) > 0 || (!length.empty() && length != "0");
}

bool has_no_body(const Answer& answer) { return answer.status == 304 || answer.status == 204; }

/// Status line and headers (RFC 9112, 4 and 5). Written here and sent with the body as two buffers: Beast's own message
/// and serializer took a third of the time of a small answer.
std::string head_of(const Answer& answer, bool keep_alive) {
  std::string head;
  head.reserve(1024);
  head.append("HTTP/1.1 ").append(std::to_string(answer.status)).append(" ");
  head.append(text(http::obsolete_reason(http::int_to_status(answer.status)))).append("\r\n");
  for (const auto& [name, value] : answer.headers) head.append(name).append(": ").append(value).append("\r\n");
  if (!keep_alive) head.append("Connection: close\r\n");
  if (!has_no_body(answer)) head.append("Content-Length: ").append(std::to_string(answer.length)).append("\r\n");
  return head.append("\r\n");
}

unsigned status_of(const beast::error_code& error) {
  if (error == http::error::header_limit) return 431;
  if (error == http::error::body_limit) return 413;
  return 400;
}

}  // namespace

Session::Session(boost::asio::ip::tcp::socket&& socket, std::shared_ptr<SharedState> state)
    : stream_(std::move(socket)), state_(std::move(state)) {
  ++state_->connections;
}

Session::~Session() { --state_->connections; }

void Session::start() {
  beast::error_code ignored;
  stream_.socket().set_option(boost::asio::ip::tcp::no_delay(true), ignored);
  boost::asio::dispatch(stream_.get_executor(), [self = shared_from_this()] { self->read(); });
}

// The deadline is set once for the whole head: a byte a second does not move it (form-backend 3).
void Session::read() {
  parser_.emplace();
  parser_->header_limit(largest_head);
  parser_->body_limit(std::numeric_limits<std::uint64_t>::max());  // Known once it is known whose the body is.
  stream_.expires_after(std::chrono::seconds(state_->options.header_timeout));
  http::async_read_header(stream_, buffer_, *parser_,
                          [self = shared_from_this()](beast::error_code error, std::size_t) { self->on_read(error); });
}

void Session::on_read(beast::error_code error) {
  const bool gone = error && error.category() == boost::asio::error::get_system_category();
  if (gone || error == http::error::end_of_stream || error == beast::error::timeout) return close();
  const Policy& policy = state_->options.policy;
  if (error) return send(refusal(status_of(error), "This request cannot be read.", policy), false, false);
  const auto& message = parser_->get();
  if (is_ambiguous(message)) {
    return send(refusal(400, "This request names its length twice.", policy), false, false);
  }
  const bool body = has_body(message);
  const bool head = message.method() == http::verb::head;
  // A body that is not read stays in the connection, which so cannot be used for a further request.
  const bool keep_alive = message.keep_alive() && !body && !state_->draining;
  std::string path = decoded_path(text(message.target()));
  if (state_->intake && intake::Intake::serves(path)) return serve_intake(std::move(path), keep_alive, head);
  send(answer(request_of(message), state_->site(), policy), keep_alive, head);
}

void Session::send(Answer answer, bool keep_alive, bool head) {
  const bool from_disk = answer.file.path != nullptr && !head && !has_no_body(answer);
  // Opened before a word is said: a file that went since the site was read is an honest error.
  if (from_disk) file_ = FileReader::open(answer.file);
  if (from_disk && !file_) answer = refusal(500, "This file cannot be read just now.", state_->options.policy);
  answer_ = std::move(answer);
  ++state_->writing;
  head_ = head_of(answer_, keep_alive);
  if (file_) return send_file(keep_alive);
  send_head(keep_alive, head || has_no_body(answer_) ? std::string_view() : answer_.content());
}

void Session::send_head(bool keep_alive, std::string_view content) {
  stream_.expires_after(write_limit);
  boost::asio::async_write(stream_,
                           std::array<boost::asio::const_buffer, 2>{
                               boost::asio::buffer(head_), boost::asio::buffer(content.data(), content.size())},
                           [self = shared_from_this(), keep_alive](beast::error_code error, std::size_t) {
                             self->on_write(error, keep_alive);
                           });
}

void Session::on_write(beast::error_code error, bool keep_alive) {
  --state_->writing;
  file_.reset();
  if (error || !keep_alive || state_->draining) return close();
  answer_ = {};
  post_.reset();
  read();
}

void Session::close() {
  beast::error_code ignored;
  stream_.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
  if (!parser_ || !parser_->is_header_done() || parser_->is_done()) return;
  stream_.expires_after(linger_limit);
  linger();
}

// A socket that is closed with bytes unread resets the connection, and the sender never reads why (RFC 9112, 9.6).
void Session::linger() {
  if (!piece_) piece_ = std::make_unique<std::array<char, 16UL * 1024>>();
  stream_.async_read_some(boost::asio::buffer(*piece_),
                          [self = shared_from_this()](beast::error_code error, std::size_t) {
                            if (!error) self->linger();
                          });
}

}  // namespace lacit::server
