#include "form_data/multipart.h"

#include <doctest/doctest.h>

#include <string>

#include "form_data/urlencoded.h"

using namespace lacit::form_data;

namespace {

/// What was received, as one text.
class Told : public Receiver {
 public:
  bool begin(const Part& part) override {
    text += "[" + part.name + (part.file_name ? "|" + *part.file_name : "") + "]";
    return text.size() < most;
  }
  bool data(std::string_view bytes) override {
    text += bytes;
    return text.size() < most;
  }
  bool end() override {
    text += ".";
    return true;
  }
  bool skip(Fault why) override {
    if (skips) text += why == Fault::malformed ? "[?]" : "[...]";
    return skips;
  }
  std::string text;
  std::size_t most = 1'000'000;
  bool skips = false;
};

struct Heard {
  std::string text;
  Fault fault;
};

/// The body in pieces of `size` bytes.
Heard parse(std::string_view body, std::size_t size, Limits limits = {}) {
  Told told;
  MultipartParser parser("XX", told, limits);
  bool good = true;
  for (std::size_t at = 0; at < body.size() && good; at += size) good = parser.feed(body.substr(at, size));
  parser.finish();
  return {told.text, parser.fault()};
}

std::string part(const std::string& headers, const std::string& data) {
  return "--XX\r\n" + headers + "\r\n\r\n" + data + "\r\n";
}

std::string field(const std::string& name, const std::string& data) {
  return part("Content-Disposition: form-data; name=\"" + name + "\"", data);
}

}  // namespace

TEST_CASE("a body is read the same in whatever pieces it comes") {
  const std::string data = "line\r\n--X\r\n\r\n--Xx\r\r\n-";
  const std::string body =
      field("a", data) + field("", "") +
      part("content-type: image/png\r\nCONTENT-DISPOSITION: form-data; name=f; filename=\"a;b%22.png\"", "\r\n") +
      "--XX--\r\nwhat comes after";
  for (std::size_t size = 1; size < body.size(); ++size) {
    const Heard heard = parse(body, size);
    CHECK(heard.fault == Fault::none);
    CHECK(heard.text == "[a]" + data + ".[].[f|a;b\".png]\r\n.");
  }
}

TEST_CASE("11.A2: blanks after a boundary, which the RFC lets be added on the way, change nothing") {
  const std::string name = "\r\nContent-Disposition: form-data; name=";
  const std::string body = "--XX \t" + name + "a\r\n\r\n1\r\n--XX\t\t " + name + "b\r\n\r\n2\r\n--XX--  \r\n";
  for (const std::size_t size : {1UL, 2UL, 7UL, 1000UL}) {
    CAPTURE(size);
    CHECK(parse(body, size).text == "[a]1.[b]2.");
    CHECK(parse(body, size).fault == Fault::none);
    CHECK(parse("--XX --\r\n", size).fault == Fault::malformed);
    CHECK(parse("--XX x" + name + "a\r\n\r\n1\r\n--XX--", size).fault == Fault::malformed);
    CHECK(parse("--XX" + std::string(200'000, ' '), size).fault == Fault::too_large);
  }
}

TEST_CASE("what is no multipart body is told, wherever it breaks off") {
  const std::string body = field("a", "1") + field("b", "2") + "--XX--";
  for (std::size_t length = 0; length < body.size(); ++length) {
    CHECK(parse(std::string_view(body).substr(0, length), 7).fault == Fault::malformed);
  }
  CHECK(parse(body, 7).fault == Fault::none);
  for (const char* bad : {"hello", "\r\n--XX\r\n", "--XX-\r\n", "--XX\r\n\r\n\r\n1\r\n--XX--", "--XXX\r\n"}) {
    CAPTURE(bad);
    CHECK(parse(bad, 1).fault == Fault::malformed);
  }
}

TEST_CASE("11.A3: what comes after the last part is ignored, but not without end") {
  for (const std::size_t size : {1UL, 100UL, 1'000'000UL}) {
    CAPTURE(size);
    CHECK(parse(field("a", "1") + "--XX--" + std::string(4096, 'x'), size).fault == Fault::none);
    CHECK(parse(field("a", "1") + "--XX--" + std::string(4097, 'x'), size).fault == Fault::malformed);
  }
}

TEST_CASE("a part has one name, and headers that can be read only one way") {
  for (const char* bad :
       {"Content-Disposition: form-data", "Content-Disposition: attachment; name=a", "Content-Type: text/plain",
        "Content-Disposition: form-data; name=a; name=b",
        "Content-Disposition: form-data; name=a; filename=x; filename=y",
        "Content-Disposition: form-data; name=a; filename*=utf-8''x", "Content-Disposition: form-data; name=\"a",
        "Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b", "no colon", ": x"}) {
    CAPTURE(bad);
    CHECK(parse(part(bad, "") + "--XX--", 100).fault == Fault::malformed);
  }
}

TEST_CASE("4: parts and their headers are limited, and a receiver can stop the rest") {
  CHECK(parse(field("a", "") + field("b", "") + "--XX--", 9, {.parts = 1}).fault == Fault::too_large);
  CHECK(parse(field(std::string(5000, 'n'), "") + "--XX--", 100).fault == Fault::too_large);
  Told told;
  told.most = 10;
  MultipartParser parser("XX", told);
  CHECK_FALSE(parser.feed(field("a", std::string(1000, 'x'))));
  CHECK(parser.fault() == Fault::stopped);
  CHECK_FALSE(parser.feed("more"));
}

TEST_CASE("11.A5: a receiver may have parts skipped that cannot be read, and gets all others") {
  const std::string strange = "Content-Disposition: form-data; name=f; filename=\"";
  const std::string body = field("a", "1") + part(strange + "a\"b.txt\"", "x") + field("b", "2") +
                           part(strange + std::string("a\0b\"", 4), "\r\n\r\n") +
                           part(strange + std::string(20'000, 'n') + "\"", "y") + field("c", "3") + "--XX--";
  for (const std::size_t size : {1UL, 7UL, 1000UL, 100'000UL}) {
    CAPTURE(size);
    Told told;
    told.skips = true;
    MultipartParser parser("XX", told);
    for (std::size_t at = 0; at < body.size(); at += size)
      REQUIRE(parser.feed(std::string_view(body).substr(at, size)));
    CHECK(parser.finish());
    for (const char* read : {"[a]1.", "[b]2.", "[c]3."}) CHECK(told.text.find(read) != std::string::npos);
    CHECK(told.text.find("[...]") != std::string::npos);
  }
}

TEST_CASE("boundaries are those that the RFC allows") {
  CHECK(boundary_of("multipart/form-data; boundary=abc") == "abc");
  CHECK(boundary_of("Multipart/Form-Data; charset=utf-8; Boundary=\"a:b\"") == "a:b");
  for (const char* bad : {"multipart/form-data", "multipart/mixed; boundary=a",
                          "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a b\"", "text/plain"}) {
    CAPTURE(bad);
    CHECK_FALSE(boundary_of(bad));
  }
  CHECK_FALSE(boundary_of("multipart/form-data; boundary=" + std::string(71, 'a')));
}

TEST_CASE("urlencoded bodies come apart as the URL standard says") {
  const auto pairs = parse_urlencoded("a=1+2&b=%C3%A4%26&&c&d=x=y");
  REQUIRE(pairs);
  CHECK(*pairs == Pairs{{"a", "1 2"}, {"b", "ä&"}, {"c", ""}, {"d", "x=y"}});
  CHECK_FALSE(parse_urlencoded("a=%4"));
  CHECK_FALSE(parse_urlencoded("a=%GG"));
  CHECK(parse_urlencoded("")->empty());
}
