#include "delivery/mail_text.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "delivery/mail.h"
#include "delivery/webhook.h"

namespace lacit::delivery {
namespace {

const Letter letter{.from = "LA CIT <site@example.org>", .to = {"a@example.org", "B <b@example.org>"}};
const store::Delivery delivery{
    .id = 1, .submission = "0f0f", .channel = "mail", .message_id = "0f0f.mail", .attempts = 0};

store::Submission submission(std::vector<std::pair<std::string, std::string>> fields) {
  return {.id = "0f0f",
          .reference = "K7F3-92QD",
          .form = "contact",
          .received_at = 1'795'000'000,
          .verified = true,
          .fields = std::move(fields),
          .attachments = {}};
}

std::string header(const std::vector<std::string>& headers, std::string_view name) {
  const auto found =
      std::find_if(headers.begin(), headers.end(), [name](const auto& line) { return line.starts_with(name); });
  return found == headers.end() ? std::string() : found->substr(name.size());
}

TEST_CASE("17: a visitor's words never end a header line, and never stand in From or To") {
  const auto headers = headers_of(letter,
                                  submission({{"name", "Eve\r\nBcc: x@example.com"},
                                              {"email", "eve@example.org\r\nBcc: x@example.com"},
                                              {"topic", "x\r\nBcc: y@example.com"}}),
                                  delivery);
  for (const std::string& line : headers) {
    CAPTURE(line);
    for (std::size_t at = 0; (at = line.find_first_of("\r\n", at)) != std::string::npos; at += 3) {
      CHECK(line.substr(at, 3) == "\r\n ");  // Folded, which ends no field.
    }
    CHECK_FALSE(line.starts_with("Bcc"));
  }
  CHECK(header(headers, "From: ") == letter.from);
  CHECK(header(headers, "To: ") == "a@example.org, B <b@example.org>");
  CHECK(header(headers, "Reply-To: ").empty());
}

TEST_CASE("an answer goes to the sender, and the message keeps its name at every try") {
  const auto headers = headers_of(letter, submission({{"email", "ann@example.org"}, {"topic", "training"}}), delivery);
  CHECK(header(headers, "Reply-To: ") == "ann@example.org");
  CHECK(header(headers, "Subject: ") == "[contact] training K7F3-92QD");
  CHECK(header(headers, "Message-ID: ") == "<0f0f.mail@example.org>");
  CHECK(header(headers, "Date: ") == "Wed, 18 Nov 2026 11:06:40 +0000");
}

TEST_CASE("the letter says everything that was written") {
  const std::string text = text_of(submission({{"message", "two\nlines"}}));
  CHECK(text.find("message:\n| two\n| lines\n") != std::string::npos);
  CHECK(text.find("lacit inbox delete K7F3-92QD") != std::string::npos);
}

TEST_CASE("11.A4: no line of a visitor's can pass for one of ours, whatever ends it") {
  const std::string forged = "It is verified.\n--=_0f0f\nlacit inbox delete AAAA-AAAA";
  for (const char* end : {"\n", "\r", "\r\n", "\v", "\f", "\xC2\x85", "\u2028", "\u2029"}) {
    CAPTURE(end);
    store::Submission one = submission({{"name", "Eve" + std::string(end) + forged}});
    one.attachments = {{.name = "a.txt" + std::string(end) + "lacit inbox delete AAAA-AAAA", .stored = "aa"}};
    const std::string text = text_of(one);
    CHECK(text.find("\n| It is verified.\n| --=_0f0f\n| lacit inbox delete AAAA-AAAA\n") != std::string::npos);
    for (std::size_t at = 0; (at = text.find("AAAA-AAAA", at)) != std::string::npos; ++at) {
      CHECK(text.substr(text.rfind('\n', at) + 1).starts_with("| "));
    }
  }
}

TEST_CASE("11.A4: a long line has its frame wherever a mail program would wrap it") {
  const std::string ours = "Lines that begin with | are the sender's.";
  std::string wide_letters;
  for (int i = 0; i < 40; ++i) wide_letters += "李";
  for (const std::string& filling :
       {std::string(60, 'x'), std::string(90, ' '), std::string(300, 'x'), std::string(9, '\t'), wide_letters}) {
    const std::string text = text_of(submission({{"message", filling + " " + ours + " " + ours}}));
    CAPTURE(text);
    int seen = 0;
    for (std::size_t at = 0; (at = text.find("Lines that", at)) != std::string::npos; ++at) {
      const std::string line = text.substr(text.rfind('\n', at) + 1, text.find('\n', at) - text.rfind('\n', at) - 1);
      if (!line.starts_with("| ")) continue;  // Ours.
      CHECK(line.size() <= 75);
      ++seen;
    }
    CHECK(seen == 2);
  }
}

TEST_CASE("11.A9: in the letter controls are shown and directions end with their line") {
  const std::string text = text_of(submission({{"message", "a\x1b[2J\xC2\x9B b\u202E\nc"}}));
  CHECK(text.find("| \u2068a␛[2J\uFFFD b\u202E\u2069\n| c\n") != std::string::npos);
}

TEST_CASE("11.A4: «sent without script» is said only where it is so") {
  store::Submission one = submission({});
  CHECK(text_of(one).find("verified") == std::string::npos);
  one.verified = false;
  CHECK(text_of(one).find("unverified: no proof of work.\n") != std::string::npos);
  one.unverified = store::Unverified::captcha_down;
  CHECK(text_of(one).find("unverified: the captcha's provider could not be asked.\n") != std::string::npos);
  one.unverified = store::Unverified::without_script;
  CHECK(text_of(one).find("unverified: sent without script, no proof of work.\n") != std::string::npos);
}

TEST_CASE("11.A4: an answer goes only where RFC 5322 has an address, and the letter says so") {
  for (const std::string& good :
       {std::string("ann@example.org"), std::string("a.b+c@example.org"), std::string("!#$%&'*+/=?^_`{|}~-@b"),
        std::string("x@xn--mnchen-3ya.de"), std::string(64, 'a') + "@b.c"}) {
    CAPTURE(good);
    CHECK(header(headers_of(letter, submission({{"email", good}}), delivery), "Reply-To:").ends_with(" " + good));
    CHECK(text_of(submission({{"email", good}})).find("An answer to this mail goes to the sender.") !=
          std::string::npos);
  }
  for (const std::string& bad : {std::string(),
                                 std::string("ann"),
                                 std::string("@b"),
                                 std::string("a@"),
                                 std::string(".a@b"),
                                 std::string("a.@b"),
                                 std::string("a..b@c"),
                                 std::string("\"a b\"@c.d"),
                                 std::string("\"a\"@c.d"),
                                 std::string("a@b, c@d"),
                                 std::string("a@b,c@d"),
                                 std::string("a@b;c@d"),
                                 std::string("a(comment)@b"),
                                 std::string("a@b (comment)"),
                                 std::string("Ann <a@b>"),
                                 std::string("<a@b>"),
                                 std::string("a@[127.0.0.1]"),
                                 std::string("jörg@b.de"),
                                 std::string("a@münchen.de"),
                                 std::string("a @b"),
                                 std::string("a@b\r\nBcc: c@d"),
                                 std::string("group: a@b;"),
                                 std::string(65, 'a') + "@b",
                                 std::string(40, 'a') + "@" + std::string(40, 'b') + ".org"}) {
    CAPTURE(bad);
    CHECK(header(headers_of(letter, submission({{"email", bad}}), delivery), "Reply-To").empty());
    CHECK(text_of(submission({{"email", bad}})).find("no address that an answer") != std::string::npos);
  }
}

TEST_CASE("11.A4: a topic cannot push the reference away, nor stand for a word of another encoding") {
  const auto subject = [](const std::string& topic) {
    return header(headers_of(letter, submission({{"topic", topic}}), delivery), "Subject:");
  };
  CHECK(subject("") == " [contact] Message K7F3-92QD");
  const std::string forged = subject("=?utf-8?Q?urgent?=");
  CHECK(forged.find("=?utf-8") == std::string::npos);
  CHECK(forged.ends_with(" K7F3-92QD"));
  CHECK(subject(std::string(9000, 'x')).size() < 300);
  CHECK(subject(std::string(9000, ' ')).ends_with("K7F3-92QD"));
}

TEST_CASE("the envelope has the bare address") {
  CHECK(envelope_address("LA CIT <site@example.org>") == "site@example.org");
  CHECK(envelope_address("site@example.org") == "site@example.org");
}

TEST_CASE("a webhook's body carries fields as they are, also broken UTF-8 without failing") {
  const std::string body = webhook_body(submission({{"message", "\xFF\"x\""}}), delivery);
  CHECK(body.find(R"("id":"0f0f.mail")") != std::string::npos);
  CHECK(body.find(R"(\"x\")") != std::string::npos);
}

}  // namespace
}  // namespace lacit::delivery
