// One connection: reads request heads under an absolute deadline, writes answers, keeps alive or closes. The body of a
// form is read piece by piece into the intake, under a deadline of its own.
#pragma once

#include <array>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <memory>
#include <optional>

#include "server/file_reader.h"
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
  using Parser = boost::beast::http::request_parser<boost::beast::http::buffer_body>;

  void read();
  void on_read(boost::beast::error_code error);
  void send(Answer answer, bool keep_alive, bool head);
  void send_head(bool keep_alive, std::string_view content);
  void on_write(boost::beast::error_code error, bool keep_alive);
  void close();
  void linger();

  // Files on the disk, in session_file.cpp.
  void send_file(bool keep_alive);

  // Forms, in session_post.cpp.
  void serve_intake(std::string path, bool keep_alive, bool head);
  void start_body();
  void read_body();
  void on_body(boost::beast::error_code error);
  void finish_post();
  void send_reply(intake::Reply reply, bool keep_alive, bool head);
  [[nodiscard]] intake::Head intake_head(std::string path) const;

  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_;
  std::shared_ptr<SharedState> state_;
  std::optional<Parser> parser_;
  Answer answer_;                                         ///< Holds the bytes while they are written.
  std::string head_;                                      ///< Of the answer, likewise.
  std::unique_ptr<FileReader> file_;                      ///< While one is sent.
  std::unique_ptr<intake::Post> post_;                    ///< While its body comes.
  std::unique_ptr<std::array<char, 16UL * 1024>> piece_;  ///< Of the body; only there while one is read.
};

}  // namespace lacit::server
