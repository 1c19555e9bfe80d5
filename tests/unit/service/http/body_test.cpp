#include "http/body.h"

#include <doctest/doctest.h>

#include "http/chunk.h"
#include "http/date.h"

using namespace lacit::http;
using State = BodyReader::State;

namespace {

struct Read {
  std::string content, rest;
  State state = State::more;
};

Read read(std::string_view bytes, const Framing& framing, std::size_t piece) {
  BodyReader reader(framing);
  Read result;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    std::string_view part = bytes.substr(at, piece);
    while (!part.empty() && reader.state() == State::more) result.content += reader.next(part);
    if (reader.state() == State::more) continue;
    result.rest = std::string(part) + std::string(bytes.substr(std::min(bytes.size(), at + piece)));
    break;
  }
  result.state = reader.state();
  return result;
}

/// However the bytes come, the same is read.
Read chunked(std::string_view bytes) {
  Read whole = read(bytes, {.chunked = true}, bytes.size() + 1);
  for (const std::size_t piece : {1UL, 2UL, 3UL, 7UL}) {
    const Read pieces = read(bytes, {.chunked = true}, piece);
    CHECK(pieces.state == whole.state);
    if (whole.state != State::malformed) CHECK(pieces.content == whole.content);
    if (whole.state == State::done) CHECK(pieces.rest == whole.rest);
  }
  return whole;
}

}  // namespace

TEST_CASE("11.A2: a body of a length is so long; what follows is the next request's (RFC 9112, 6.2)") {
  const Read five = read("helloGET", {.length = 5}, 3);
  CHECK(five.content == "hello");
  CHECK(five.rest == "GET");
  CHECK(BodyReader(Framing{}).state() == State::done);
}

TEST_CASE("11.A2: chunks are put together; extensions and trailers are left out (RFC 9112, 7.1)") {
  const Read two = chunked("5\r\nhello\r\n1;a=b ; c=\"d\\\" ;\" \r\n");
  CHECK(two.state == State::malformed);  // A blank at the line's end.
  const Read good = chunked("5;a\r\nhello\r\n00A ;a=b;c = \"d\\\"; e\"\r\n0123456789\r\n0\r\nA: b\r\nC:\r\n\r\nGET");
  CHECK(good.state == State::done);
  CHECK(good.content == "hello0123456789");
  CHECK(good.rest == "GET");
  CHECK(chunked("5\r\nhel").state == State::more);
}

TEST_CASE("11.A2: a chunk that is not to the letter ends the reading") {
  for (const char* bad : {"\r\n",
                          "g\r\n",
                          "0x5\r\nhello\r\n",
                          "+5\r\n",
                          "-1\r\n",
                          " 5\r\n",
                          "5 \r\n",
                          "5\nhello",
                          "5\r\nhelloXY",
                          "5\r\nhello\n",
                          "5\r\nhello\r\r\n",
                          "5;\r\n",
                          "5;a=\r\n",
                          "5;a=\"b\r\n",
                          "5;a b\r\n",
                          "5;=b\r\n",
                          "5 a\r\n",
                          "5;a=\"b\"c\r\n",
                          "0\r\nA b\r\n",
                          "0\r\n A: b\r\n",
                          "0\r\nA : b\r\n",
                          "0\r\nContent-Length: 5\r\n",
                          "0\r\ntransfer-encoding: chunked\r\n",
                          "0\r\nHost: x\r\n",
                          "0\r\n\n",
                          "10000000000000000\r\n",
                          "5;a=\"\x01\"\r\n"}) {
    CAPTURE(bad);
    CHECK(chunked(bad).state == State::malformed);
  }
  CHECK(chunk_size("4000000000000") == most_chunk);
  CHECK_FALSE(chunk_size("4000000000001"));
  CHECK_FALSE(chunk_size("7FFFFFFFFFFFFFFF"));
  CHECK_FALSE(chunk_size("FFFFFFFFFFFFFFFF"));
  CHECK(chunk_size("0000000000000005") == 5);
  CHECK_FALSE(chunk_size("00000000000000005"));
}

TEST_CASE("11.A3: what stands around the content has a cap, however it is spread") {
  const std::string much(most_overhead, 'x');
  CHECK(chunked("5;" + much + much).state == State::malformed);
  CHECK(chunked(std::string(most_overhead * 2, '0')).state == State::malformed);
  CHECK(chunked("0\r\nA: " + much).state == State::malformed);
  CHECK(chunked("5;" + much.substr(100) + "\r\nhello\r\n0\r\n\r\n").state == State::done);
  std::string extensions;
  std::string trailers = "0\r\n";
  std::string bytes;
  for (int i = 0; i < 1000; ++i) {
    extensions += "1;abcdefghijklmnopqrstuvwxyz012345\r\nx\r\n";
    trailers += "A: 0123456789abcde\r\n";
    bytes += "1\r\nx\r\n";
  }
  CHECK(chunked(extensions).state == State::malformed);
  CHECK(chunked(trailers).state == State::malformed);
  CHECK(chunked(bytes).state == State::more);  // Small chunks are no fault.
}

TEST_CASE("11.A2: dates are IMF-fixdate, in no language but HTTP's (RFC 9110, 5.6.7)") {
  CHECK(date(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
  CHECK(date(1709164800) == "Thu, 29 Feb 2024 00:00:00 GMT");
  CHECK(date_now().size() == 29);
}
