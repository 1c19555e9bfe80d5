// libFuzzer over the gate: whatever bytes come over a connection and however they are cut, the same requests and bodies
// are read from them, and what passes is what the gate promises. The first byte chooses the pieces' size.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "http/body.h"
#include "http/gate.h"
#include "http/syntax.h"
#include "http/target.h"

namespace http = lacit::http;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const http::Request& request) {
  require(http::is_token(request.method));
  require(request.target == "*" || request.target.starts_with('/'));
  require(std::ranges::all_of(request.target, [](char c) { return c > ' ' && c < 0x7F && c != '#'; }));
  require(request.host.empty() ? !request.keep_alive : http::is_host(request.host));
  require(request.fields.count("host") <= 1 && request.fields.count("content-length") <= 1);
  require(!request.body.chunked || lacit::base::same_word(request.fields.combined("transfer-encoding"), "chunked"));
  require(!request.body.chunked || request.fields.count("content-length") == 0);
}

/// A connection, as a session reads it.
class Connection {
 public:
  void receive(std::string_view bytes) {
    buffer_ += bytes;
    while (!ended_ && (in_body_ ? read_body() : read_head())) {
    }
    require(ended_ || in_body_ || buffer_.size() <= http::most_head + 2 * http::most_empty_lines + 2);
  }
  std::string told;

 private:
  bool end(const http::Refusal& refusal) {
    told += std::to_string(refusal.status);
    ended_ = true;
    return false;
  }

  bool read_head() {
    const http::Scan scan = scanner_.look(buffer_);
    if (scan == http::Scan::more) return false;
    if (scan != http::Scan::complete) return end(http::refusal_of(scan));
    const auto passed = http::pass(scanner_.head(buffer_));
    buffer_.erase(0, scanner_.size());
    if (const auto* refusal = std::get_if<http::Refusal>(&passed)) return end(*refusal);
    const auto& request = std::get<http::Request>(passed);
    check(request);
    told += "[" + request.method + " " + request.target + " " + request.host + "]";
    body_ = http::BodyReader(request.body);
    in_body_ = true;
    return true;
  }

  bool read_body() {
    std::string_view bytes = buffer_;
    while (!bytes.empty() && body_.state() == http::BodyReader::State::more) told += body_.next(bytes);
    buffer_.erase(0, buffer_.size() - bytes.size());
    if (body_.state() == http::BodyReader::State::malformed) return end({});
    in_body_ = body_.state() == http::BodyReader::State::more;
    if (!in_body_) scanner_ = {};
    return !in_body_;
  }

  http::HeadScanner scanner_;
  http::BodyReader body_{http::Framing{}};
  std::string buffer_;
  bool in_body_ = false, ended_ = false;
};

std::string read(std::string_view bytes, std::size_t size) {
  Connection connection;
  for (std::size_t at = 0; at < bytes.size(); at += size) connection.receive(bytes.substr(at, size));
  return connection.told;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  require(read(bytes, bytes.size() + 1) == read(bytes, data[0] % 16 + 1));
  return 0;
}
