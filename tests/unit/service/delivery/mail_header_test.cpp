// How header fields are written: folded, encoded, in pieces.
#include "delivery/mail_header.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "delivery/encoding.h"

namespace lacit::delivery {
namespace {

std::size_t longest_line(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\r\n"), text.size());
    longest = std::max(longest, end);
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return longest;
}

std::string repeated(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

TEST_CASE("words of other scripts are encoded in whole characters") {
  CHECK(words("plain words") == Tokens{"plain", "words"});
  CHECK(words("Größe") == Tokens{"=?UTF-8?B?R3LDtsOfZQ==?="});
  const Tokens encoded = words(repeated("ä", 40));
  REQUIRE(encoded.size() == 2);
  for (const std::string& token : encoded) CHECK(token.size() <= 75);
  CHECK(encoded[0] == "=?UTF-8?B?" + base64(repeated("ä", 21)) + "?=");
}

TEST_CASE("11.A4: no header line is longer than 76, whatever stands in it") {
  for (const std::string& text : {std::string("x"), std::string(500, 'x'), repeated("word ", 100), repeated("ä", 300),
                                  repeated("\U0001F600 ", 60), std::string(74, 'x') + " " + std::string(75, 'y')}) {
    CAPTURE(text);
    CHECK(longest_line(folded("Subject", words(text))) <= 76);
    CHECK(longest_line(folded("Content-Disposition", parameter("filename", text))) <= 76);
    CHECK(folded("Subject", words(text)).find("\r\n\r\n") == std::string::npos);
  }
  CHECK(folded("Subject", {"a", std::string(75, 'b')}) == "Subject: a\r\n " + std::string(75, 'b'));
}

TEST_CASE("11.A4: names of files are RFC 2231's: plain, encoded, in numbered pieces of whole characters") {
  CHECK(parameter("filename", "a b.pdf") == Tokens{"filename=\"a b.pdf\""});
  CHECK(parameter("filename", "ä.pdf") == Tokens{"filename*=UTF-8''%C3%A4.pdf"});
  CHECK(parameter("filename", "a\"b;c\\.pdf") == Tokens{"filename*=UTF-8''a%22b%3Bc%5C.pdf"});
  CHECK(parameter("filename", "=?utf-8?Q?x?=.pdf") == Tokens{"filename*=UTF-8''%3D%3Futf-8%3FQ%3Fx%3F%3D.pdf"});
  const Tokens pieces = parameter("filename", repeated("ä", 40) + ".pdf");
  REQUIRE(pieces.size() > 3);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    CAPTURE(pieces[i]);
    CHECK(pieces[i].starts_with("filename*" + std::to_string(i) + "*="));
    CHECK(pieces[i].ends_with(';') == (i + 1 < pieces.size()));
    const std::size_t value = pieces[i].find("%C3%A4");
    REQUIRE(value != std::string::npos);
    CHECK(pieces[i].find("%A4") == value + 3);  // Each begins and ends with a whole one.
  }
}

TEST_CASE("11.A4: names of senders and receivers are quoted or encoded where they have to be") {
  CHECK(mailboxes({"LA CIT <a@b>"}) == Tokens{"LA", "CIT", "<a@b>"});
  CHECK(mailboxes({"a@b", "Ann <c@d>"}) == Tokens{"a@b,", "Ann", "<c@d>"});
  CHECK(mailboxes({"LA CIT, Inc. <a@b>"}) == Tokens{"\"LA CIT, Inc.\"", "<a@b>"});
  CHECK(mailboxes({"\"LA CIT, Inc.\" <a@b>"}) == Tokens{"\"LA CIT, Inc.\"", "<a@b>"});
  CHECK(mailboxes({"Zentrum München <a@b>"}).front() == "=?UTF-8?B?" + base64("Zentrum München") + "?=");
  CHECK(mailboxes({"\"Zentrum München, e.V.\" <a@b>"}).front() ==
        "=?UTF-8?B?" + base64("Zentrum München, e.V.") + "?=");
  CHECK(mailboxes({"\"Ann \\\"A\\\"\" <a@b>"}) == Tokens{"\"Ann \\\"A\\\"\"", "<a@b>"});
  CHECK(mailboxes({"\"Ann\" <a@b>"}) == Tokens{"Ann", "<a@b>"});
  CHECK(mailboxes({"\"\" <a@b>"}) == Tokens{"<a@b>"});
  CHECK(mailboxes({"\"a, =?utf-8?Q?x?=\" <a@b>"}).front() == "=?UTF-8?B?" + base64("a, =?utf-8?Q?x?=") + "?=");
  CHECK(mailboxes({"\"" + std::string(80, 'x') + ", y\" <a@b>"}).front().starts_with("=?UTF-8?B?"));
  CHECK(envelope_addresses({"A <a@b>", "a@b", "c@d"}) == std::vector<std::string>{"a@b", "c@d"});
}

TEST_CASE("11.A4, 11.A6: a mailbox is one address with or without a name, and nothing more") {
  for (const char* good : {"ann@example.org", "Ann <ann@example.org>", "<ann@example.org>", "LA CIT Inc. <a@b.example>",
                           "\"Ann, Bob; <all>\" <ann@example.org>", "\"Ann \\\"A\\\"\" <ann@example.org>",
                           "Zentrum München <ann@example.org>"}) {
    CAPTURE(good);
    CHECK(is_mailbox(good));
  }
  for (const char* bad : {"",
                          "Ann",
                          "Ann <ann@b.example>, Bob <bob@d.example>",
                          "Ann <ann@b.example>; bob@d.example",
                          "Team: ann@b.example <bob@d.example>;",
                          "A <a@b.example> <c@d.example>",
                          "A <a@b.example",
                          "<a@b.example",
                          "<a@b.example> x",
                          "a@b.example, c@d.example",
                          "a@b.example c@d.example",
                          "a@b.example <c@d.example>",
                          "Team: Ann <a@b.example>",
                          "Ann, Bob <a@b.example>",
                          "\"Ann\", \"Bob\" <a@b.example>",
                          "\"Ann <a@b.example>",
                          "A> <a@b.example>",
                          "<<a@b.example>>",
                          "A <>",
                          "A < a@b.example >",
                          "A <a@b.example> ",
                          " a@b.example",
                          "a..b@c.example",
                          ".a@b.example",
                          "A <a@b.example>,"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_mailbox(bad));
  }
}

TEST_CASE("11.A4: quoted-printable ends lines with CR LF, holds none, and is no wider than 76") {
  CHECK(quoted_printable("one\ntwo\n") == "one\r\ntwo\r\n");
  CHECK(quoted_printable("") == "");
  CHECK(quoted_printable("a \nb\t\n") == "a=20\r\nb=09\r\n");
  CHECK(quoted_printable("1=1 ä\r") == "1=3D1 =C3=A4=0D\r\n");
  for (int width = 70; width < 80; ++width) {
    const std::string line(static_cast<std::size_t>(width), 'x');
    CAPTURE(width);
    CHECK(longest_line(quoted_printable(line)) <= 76);
    CHECK(longest_line(quoted_printable(line + "ä")) <= 76);
    CHECK(longest_line(quoted_printable(line + " \n" + line)) <= 76);
  }
}

}  // namespace
}  // namespace lacit::delivery
