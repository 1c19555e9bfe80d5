#include "http/gate.h"

#include <doctest/doctest.h>

using namespace lacit::http;

namespace {

std::variant<Refusal, Request> gate(const std::string& fields, const std::string& line = "GET / HTTP/1.1") {
  return pass(line + "\r\n" + fields);
}

unsigned status(const std::string& fields, const std::string& line = "GET / HTTP/1.1") {
  const auto passed = gate(fields, line);
  const auto* refusal = std::get_if<Refusal>(&passed);
  return refusal == nullptr ? 200 : refusal->status;
}

Request request(const std::string& fields, const std::string& line = "GET / HTTP/1.1") {
  const auto passed = gate(fields, line);
  REQUIRE(std::holds_alternative<Request>(passed));
  return std::get<Request>(passed);
}

}  // namespace

TEST_CASE("11.A2: transfer coding is exactly chunked, or the request is refused (RFC 9112, 6.1 and 6.3)") {
  CHECK(request("Host: x\r\nTransfer-Encoding: chunked").body.chunked);
  CHECK(request("Host: x\r\nTransfer-Encoding: Chunked").body.chunked);
  for (const char* bad :
       {"xchunked", "gzip", "identity", "", ",", "chunked, chunked", "chunked,", ", chunked", "chunked;a=b",
        "chunked, gzip", "chunked, identity", "\"chunked\"", "chunked chunked", "x, chunkedx"}) {
    CAPTURE(bad);
    CHECK(status("Host: x\r\nTransfer-Encoding: " + std::string(bad)) == 400);
  }
  CHECK(status("Host: x\r\nTransfer-Encoding: gzip, chunked") == 501);
  CHECK(status("Host: x\r\nTransfer-Encoding: gzip\r\nTransfer-Encoding: chunked") == 501);
  CHECK(status("Host: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked") == 400);
  CHECK(status("Host: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity") == 400);
  CHECK(status("Host: x\r\nTransfer-Encoding: chunked", "POST / HTTP/1.0") == 400);
}

TEST_CASE("11.A2: a length is digits, once, and never beside a coding (RFC 9112, 6.3; RFC 9110, 8.6)") {
  CHECK(request("Host: x\r\nContent-Length: 0").body.is_empty());
  CHECK(request("Host: x\r\nContent-Length: 42").body.length == 42);
  CHECK(request("Host: x").body.is_empty());
  for (const char* bad :
       {"", "+1", "-1", "1 2", "0x1", "1e3", "1,1", "1, 1", "1.0", "\"1\"", "one", "1;", "\xEF\xBC\x91"}) {
    CAPTURE(bad);
    CHECK(status("Host: x\r\nContent-Length: " + std::string(bad)) == 400);
  }
  CHECK(status("Host: x\r\nContent-Length: 4\r\nContent-Length: 5") == 400);
  CHECK(status("Host: x\r\nContent-Length: 4\r\nContent-Length: 4") == 400);
  CHECK(status("Host: x\r\nContent-Length: 99999999999999999999") == 413);
  CHECK(status("Host: x\r\nContent-Length: 18446744073709551616") == 413);
  CHECK(status("Host: x\r\nContent-Length: 9223372036854775808") == 413);
  CHECK(status("Host: x\r\nContent-Length: 9223372036854775807") == 200);
  CHECK(status("Host: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked") == 400);
  CHECK(status("Host: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 0") == 400);
}

TEST_CASE("11.A2: Host stands once and is a host; HTTP/1.0 may do without (RFC 9112, 3.2; RFC 9110, 7.2)") {
  for (const char* good : {"x", "la-cit.org", "la-cit.org:8080", "127.0.0.1", "[::1]", "[2001:db8::1]:443",
                           "a_b.example", "xn--mnchen-3ya.de", "x:"}) {
    CAPTURE(good);
    CHECK(request("Host: " + std::string(good)).host == good);
  }
  for (const char* bad : {"",        "a b",     "a b/c", "a/b",  "http://a", "user@a", "a:b",
                          "a:80:80", "a:99999", ":80",   "[::1", "::1",      "[]",     "[x]",
                          "[::1]x",  "a?b",     "a#b",   "a\\b", "a%",       "a%zz",   "m\xC3\xBCnchen.de",
                          "a, b",    "<a>",     "a|b",   "a..b"}) {
    CAPTURE(bad);
    CHECK(status("Host: " + std::string(bad)) == 400);
    CHECK(status("Host: " + std::string(bad), "GET / HTTP/1.0") == 400);
  }
  CHECK(status("") == 400);
  CHECK(status("A: b") == 400);
  CHECK(status("Host: x\r\nHost: x") == 400);
  CHECK(status("Host: x\r\nHOST: y") == 400);
  CHECK(pass("GET / HTTP/1.0").index() == 1);
}

TEST_CASE("11.A2: white space around a value is spaces and tabs, and no part of it (RFC 9110, 5.5 and 5.6.3)") {
  for (const std::string white : {"\t", " \t", "\t ", "\t\t", " \t \t "}) {
    CAPTURE(white);
    const auto around = [&white](const std::string& value) { return ":" + white + value + white + "\r\n"; };
    CHECK(request("Host" + around("x:80") + "A: b").host == "x:80");
    CHECK(request("Content-Length" + around("42") + "Host: x").body.length == 42);
    CHECK(status("Transfer-Encoding" + around("chunked") + "Host: x") == 400);  // Not read alike by all.
    CHECK_FALSE(request("Connection" + around("close") + "Host: x").keep_alive);
    const std::string post = "POST / HTTP/1.1";
    CHECK(request("Expect" + around("100-continue") + "Host: x\r\nContent-Length: 1", post).expects_continue);
    CHECK(request("If-None-Match" + around("\"a\"") + "Host: x").fields.combined("if-none-match") == "\"a\"");
    CHECK(status("Host" + around("") + "A: b") == 400);
    CHECK(status("Transfer-Encoding" + around("gzip") + "Host: x") == 400);
    CHECK(status("Content-Length" + around("4") + "Host: x\r\nContent-Length:" + white + "4") == 400);
  }
  // Within a value it is a part of it.
  for (const char* bad : {"Host: a\tb", "Host: x\r\nContent-Length: 1\t2", "Host: x\r\nTransfer-Encoding: chun\tked",
                          "Host: x\r\nTransfer-Encoding: chunked\t,"}) {
    CAPTURE(bad);
    CHECK(status(bad) == 400);
  }
}

TEST_CASE("11.A2: the target's four forms, each with its methods (RFC 9112, 3.2)") {
  const auto target = [](const std::string& line) { return request("Host: x", line + " HTTP/1.1").target; };
  CHECK(target("GET /a?b=c|d") == "/a?b=c|d");
  CHECK(target("GET http://other.example/a?b") == "/a?b");
  CHECK(target("GET HTTP://other.example:8080") == "/");
  CHECK(target("GET https://other.example?q") == "/?q");
  CHECK(target("OPTIONS *") == "*");
  CHECK(request("Host: x", "GET http://other.example:81/ HTTP/1.1").host == "other.example:81");
  for (const char* bad : {"GET *", "GET a", "GET x:80", "GET ftp://x/", "GET http:///a", "GET http://u@x/",
                          "GET http://x:y/", "GET http:/x", "GET //x:y#z", "GET /a#b", "GET /\"", "GET /<a>",
                          "GET /a\\b", "GET /\xC3\xA9", "GET ?a", "POST *"}) {
    CAPTURE(bad);
    CHECK(status("Host: x", std::string(bad) + " HTTP/1.1") == 400);
  }
}

TEST_CASE("11.A2: methods that nobody knows are 501, whatever their case (RFC 9110, 9.1)") {
  for (const char* method : {"BREW", "CONNECT", "get", "Get", "PROPFIND", "X"}) {
    CAPTURE(method);
    CHECK(status("Host: x", std::string(method) + " / HTTP/1.1") == 501);
  }
  for (const char* method : {"PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"}) {
    CHECK(status("Host: x", std::string(method) + " / HTTP/1.1") == 200);
  }
}

TEST_CASE("11.A2: an expectation is 100-continue or refused; HTTP/1.0 never gets a 100 (RFC 9110, 10.1.1)") {
  const std::string post = "POST / HTTP/1.1";
  CHECK(request("Host: x\r\nContent-Length: 1\r\nExpect: 100-Continue", post).expects_continue);
  CHECK_FALSE(request("Host: x\r\nExpect: 100-continue", post).expects_continue);  // Nothing to wait with.
  CHECK_FALSE(request("Host: x\r\nContent-Length: 1\r\nExpect: 100-continue", "POST / HTTP/1.0").expects_continue);
  CHECK(status("Host: x\r\nExpect: 200-ok", post) == 417);
  CHECK(status("Host: x\r\nExpect: 100-continue, else", post) == 417);
  CHECK(status("Host: x\r\nExpect: 100-continue\r\nExpect: else", post) == 417);
}

TEST_CASE("11.A2: what Connection lists decides whether it stays; HTTP/1.0 never does (RFC 9112, 9.3)") {
  CHECK(request("Host: x").keep_alive);
  CHECK(request("Host: x\r\nConnection: upgrade\r\nUpgrade: h2c").keep_alive);  // RFC 9110, 7.8: may be ignored.
  CHECK_FALSE(request("Host: x\r\nConnection: Close").keep_alive);
  CHECK_FALSE(request("Host: x\r\nConnection: x, close").keep_alive);
  CHECK_FALSE(request("Host: x\r\nConnection: keep-alive\r\nConnection: close").keep_alive);
  CHECK_FALSE(request("Connection: keep-alive", "GET / HTTP/1.0").keep_alive);
}

TEST_CASE("11.A2: fields that are no lists stand once (RFC 9110, 5.3)") {
  for (const char* name : {"Content-Type", "Origin", "Range", "If-Range", "Idempotency-Key", "Sec-Fetch-Site"}) {
    CAPTURE(name);
    CHECK(status("Host: x\r\n" + std::string(name) + ": a\r\n" + name + ": a") == 400);
  }
  const Request lists = request(
      "Host: x\r\nAccept-Encoding: gzip\r\nAccept-Encoding: br\r\nIf-None-Match: \"a\"\r\nIf-None-Match: \"b\"");
  CHECK(lists.fields.combined("accept-encoding") == "gzip, br");
  CHECK(lists.fields.combined("if-none-match") == "\"a\", \"b\"");
}
