#include "http/head.h"

#include <doctest/doctest.h>

#include "http/syntax.h"

using namespace lacit::http;

namespace {

/// The scan of all bytes at once; and, since nobody sends so, of the same bytes one by one.
Scan scan(std::string_view bytes) {
  HeadScanner at_once;
  HeadScanner one_by_one;
  const Scan whole = at_once.look(bytes);
  Scan piece = Scan::more;
  for (std::size_t n = 1; n <= bytes.size() && piece == Scan::more; ++n) piece = one_by_one.look(bytes.substr(0, n));
  CHECK(piece == whole);
  CHECK(one_by_one.size() == at_once.size());
  return whole;
}

unsigned status(std::string_view head) {
  const auto parsed = parse_head(head);
  const auto* refusal = std::get_if<Refusal>(&parsed);
  return refusal == nullptr ? 200 : refusal->status;
}

}  // namespace

TEST_CASE("11.A2: a head ends with an empty line, and only CRLF ends a line (RFC 9112, 2.2)") {
  CHECK(scan("GET / HTTP/1.1\r\nHost: x\r\n\r\n") == Scan::complete);
  CHECK(scan("GET / HTTP/1.1\r\nHost: x\r\n") == Scan::more);
  CHECK(scan("") == Scan::more);
  for (const char* bad :
       {"GET / HTTP/1.1\nHost: x\n\n", "GET / HTTP/1.1\r\nHost: x\n\r\n", "GET / HTTP/1.1\r\nA: b\rc\r\n",
        "GET / HTTP/1.1\r\r\n", "\n", "\r\r", "GET /\x01 HTTP/1.1", "\x16\x03\x01", "A\x7F"}) {
    CAPTURE(bad);
    CHECK(scan(bad) == Scan::malformed);
  }
  CHECK(scan(std::string_view("GET /\0", 6)) == Scan::malformed);
}

TEST_CASE("11.A2: empty lines before a request are skipped, some of them (RFC 9112, 2.2)") {
  HeadScanner scanner;
  const std::string_view bytes = "\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\nNEXT";
  REQUIRE(scanner.look(bytes) == Scan::complete);
  CHECK(scanner.head(bytes) == "GET / HTTP/1.1\r\nHost: x");
  CHECK(bytes.substr(scanner.size()) == "NEXT");
  std::string many;
  for (std::size_t i = 0; i <= most_empty_lines; ++i) many += "\r\n";
  CHECK(scan(many) == Scan::malformed);
}

TEST_CASE("11.A3: request line, head and number of lines have caps (RFC 9112, 3: 414; RFC 6585, 5: 431)") {
  CHECK(scan("GET /" + std::string(most_request_line - 20, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n") == Scan::complete);
  CHECK(scan("GET /" + std::string(most_request_line, 'a')) == Scan::line_too_long);
  CHECK(refusal_of(Scan::line_too_long).status == 414);
  CHECK(scan("GET / HTTP/1.1\r\nA: " + std::string(most_head, 'a')) == Scan::too_large);
  CHECK(refusal_of(Scan::too_large).status == 431);
  std::string lines = "GET / HTTP/1.1\r\n";
  for (std::size_t i = 0; i < most_lines; ++i) lines += "A: b\r\n";
  CHECK(scan(lines + "\r\n") == Scan::complete);
  CHECK(scan(lines + "A: b\r\n\r\n") == Scan::too_large);
}

TEST_CASE("11.A2: a request line has three parts and single spaces (RFC 9112, 3)") {
  CHECK(status("GET / HTTP/1.1") == 200);
  CHECK(status("GET / HTTP/1.0") == 200);
  for (const char* bad :
       {"", "GET", "GET /", "GET  / HTTP/1.1", "GET /  HTTP/1.1", " GET / HTTP/1.1", "GET / HTTP/1.1 ",
        "GET / b HTTP/1.1", "GET\t/ HTTP/1.1", "GET /\tb HTTP/1.1", "G@T / HTTP/1.1", "GET / http/1.1",
        "GET / HTTP/1.10", "GET / HTTP/1", "GET / HTTP/a.b", "GET / HTTPS/1.1", "(GET) / HTTP/1.1"}) {
    CAPTURE(bad);
    CHECK(status(bad) == 400);
  }
  for (const char* other : {"GET / HTTP/0.9", "GET / HTTP/1.2", "GET / HTTP/2.0", "PRI * HTTP/2.0", "GET / HTTP/9.9"}) {
    CAPTURE(other);
    CHECK(status(other) == 505);
  }
}

TEST_CASE("11.A2: a field is name, colon, value; no white space before the colon, no folded line (RFC 9112, 5)") {
  const std::string line = "GET / HTTP/1.1\r\n";
  CHECK(status(line + "Host:x\r\nA:\r\nB: \t v \xC3\xA9 \t") == 200);
  for (const char* bad :
       {"Host : x", "Host\t: x", " Host: x", "\tHost: x", "A: b\r\n c", "A: b\r\n\tc", "Host", ": x", "", "A B: c",
        "A\xC3\xA9: c", "A[]: c", "A: b\x0B", "A: \x7F", "Host:\x0Bx", "Transfer-Encoding: chunked\x0C",
        "Transfer-Encoding: chunked\t", "transfer-encoding:\tchunked", "Content-Length:\0375"}) {
    CAPTURE(bad);
    CHECK(status(line + bad) == 400);
  }
  CHECK(status(line + std::string("A: b\0c", 6)) == 400);
}

TEST_CASE("11.A2: lines of one name are one list, in their order (RFC 9110, 5.3)") {
  const auto parsed =
      parse_head("GET / HTTP/1.1\r\nX-Forwarded-For: 1.1.1.1\r\nA: b\r\nx-forwarded-for:  2.2.2.2, 3.3.3.3 ");
  const auto& fields = std::get<Head>(parsed).fields;
  CHECK(fields.combined("x-forwarded-for") == "1.1.1.1, 2.2.2.2, 3.3.3.3");
  CHECK(fields.count("x-forwarded-for") == 2);
  CHECK(fields.combined("none") == "");
  const auto parts = elements(" a ,, \"b,c\" ,\td;q=1,");
  REQUIRE(parts.size() == 3);
  CHECK(parts[1] == "\"b,c\"");
  CHECK(parts[2] == "d;q=1");
}
