// One connection: reads request heads under an absolute deadline, lets them through the gate, writes answers, keeps
// alive or closes. The body of a form is read piece by piece into the intake, under a deadline of its own.
#pragma once

#include <array>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <memory>
#include <optional>
#include <string>

#include "http/body.h"
#include "http/gate.h"
#include "server/file_reader.h"
#include "server/shared_state.h"

namespace lacit::server {

class HttpSession : public std::enable_shared_from_this<HttpSession> {
 public:
  HttpSession(boost::asio::ip::tcp::socket&& socket, std::shared_ptr<SharedState> state);
  ~HttpSession();
  HttpSession(const HttpSession&) = delete;
  HttpSession& operator=(const HttpSession&) = delete;

  /// Without a place in the table of connections it ends at once: a client sees that and can try again.
  void start();

 private:
  void read();
  void look();
  void receive(std::size_t size, void (HttpSession::*then)(boost::beast::error_code));
  void on_head(boost::beast::error_code error);
  void on_request();
  void refuse(const http::Refusal& refusal);
  void deliver(Answer answer);
  void send(Answer answer, bool keep_alive);
  void send_head(bool keep_alive, std::string_view content);
  void on_write(boost::beast::error_code error, bool keep_alive);
  void close();
  void linger();
  [[nodiscard]] std::string peer() const;
  [[nodiscard]] std::string_view received() const;
  [[nodiscard]] bool is_whole() const { return body_.state() == http::BodyReader::State::done; }

  // Files on the disk, in session_file.cpp.
  void send_file(bool keep_alive);

  // Bodies, in session_body.cpp.
  void start_body();
  void read_body();
  void take_body();
  bool take_piece(std::string_view content);
  void on_body(boost::beast::error_code error);
  void end_body();

  // Forms, in session_post.cpp.
  void serve_intake(std::string path);
  void finish_post();
  [[nodiscard]] Answer answer_of(intake::Reply reply) const;
  [[nodiscard]] intake::Head intake_head(std::string path) const;

  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_;
  std::shared_ptr<SharedState> state_;
  ConnectionTable::Id id_ = 0;  ///< In the table of connections.
  http::HeadScanner scanner_;
  http::Request request_;
  http::BodyReader body_{http::Framing{}};
  Answer answer_;                       ///< Holds the bytes while they are written, or while a body is left out.
  std::string head_;                    ///< Of the answer, likewise.
  std::unique_ptr<FileReader> file_;    ///< While one is sent.
  std::unique_ptr<intake::Post> post_;  ///< While its body comes.
  bool by_head_ = false;                ///< The request asks by HEAD, whatever else is wrong with it.
  std::uint64_t content_ = 0;           ///< Bytes of the body's content so far.
};

}  // namespace lacit::server
