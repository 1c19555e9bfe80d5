#include "server/answer_head.h"

#include <doctest/doctest.h>

using namespace lacit::server;

namespace {

std::string head_with(std::string name, std::string value) {
  Answer answer;
  answer.headers.emplace_back(std::move(name), std::move(value));
  return head_of(answer, true);
}

}  // namespace

TEST_CASE("11.A1: no value and no name of a field writes a line of its own, whatever it is (RFC 9110, 5.5)") {
  CHECK(head_with("Location", "/a").find("\r\nLocation: /a\r\n") != std::string::npos);
  const std::string split = head_with("Location", std::string("/a\r\nSet-Cookie: b\0\x0B\x7F c\t\xC3\xA9\n", 26));
  CHECK(split.find("\r\nLocation: /a  Set-Cookie: b    c\t\xC3\xA9 \r\n") != std::string::npos);
  for (const char* bad : {"A\r\nSet-Cookie", "A B", "A:", "", "\xC3\xA9", "A\n"}) {
    CAPTURE(bad);
    CHECK(head_with(bad, "evil").find("evil") == std::string::npos);
  }
  for (int byte = 0; byte < 256; ++byte) {
    const std::string odd(1, static_cast<char>(byte));
    const std::string head = head_with("A" + odd + "B", "c" + odd + "d");
    std::size_t lines = 0;
    for (std::size_t at = 0; (at = head.find_first_of("\r\n", at)) != std::string::npos; at += 2) {
      CHECK(head.substr(at, 2) == "\r\n");
      ++lines;
    }
    CHECK(lines <= 5);  // Status, Date, the field, Content-Length, the end.
    CHECK(head.find('\0') == std::string::npos);
  }
}

TEST_CASE("11.A2: every answer has a Date, and one without a body no length (RFC 9110, 6.6.1; RFC 9112, 6.3)") {
  for (const unsigned status : {200U, 204U, 304U, 400U, 505U}) {
    const std::string head = head_of({.status = status}, false);
    CHECK(head.starts_with("HTTP/1.1 " + std::to_string(status) + " "));
    CHECK(head.find("\r\nDate: ") != std::string::npos);
    CHECK(head.find(" GMT\r\n") != std::string::npos);
    CHECK(head.find("\r\nConnection: close\r\n") != std::string::npos);
    CHECK((head.find("Content-Length") == std::string::npos) == (status == 204 || status == 304));
  }
}
