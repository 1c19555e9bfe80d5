// One connection: reads request heads under an absolute deadline, writes answers, keeps alive or closes.
#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <memory>
#include <optional>

#include "server/shared_state.h"

namespace lacit::server {

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(boost::asio::ip::tcp::socket&& socket, std::shared_ptr<SharedState> state);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void start();

 private:
  using Parser = boost::beast::http::request_parser<boost::beast::http::empty_body>;
  using Response = boost::beast::http::response<boost::beast::http::span_body<char const>>;
  using HeadResponse = boost::beast::http::response<boost::beast::http::empty_body>;

  void read();
  void on_read(boost::beast::error_code error);
  void send(Answer answer, bool keep_alive, bool head);
  template <typename Message>
  void write(Message& message, bool keep_alive);
  void on_write(boost::beast::error_code error, bool keep_alive);
  void close();

  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_;
  std::shared_ptr<SharedState> state_;
  std::optional<Parser> parser_;
  Answer answer_;  ///< Holds the bytes while they are written.
  std::optional<Response> response_;
  std::optional<HeadResponse> head_response_;
};

}  // namespace lacit::server
