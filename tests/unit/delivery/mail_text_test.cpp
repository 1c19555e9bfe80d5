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
    CHECK(line.find_first_of("\r\n") == std::string::npos);
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

TEST_CASE("words of other scripts are encoded in whole characters") {
  CHECK(header_words("plain words") == "plain words");
  CHECK(header_words("Größe") == "=?UTF-8?B?R3LDtsOfZQ==?=");
  std::string many;
  for (int i = 0; i < 40; ++i) many += "ä";
  const std::string encoded = header_words(many);
  CHECK(encoded.find("?= =?UTF-8?B?") != std::string::npos);
  CHECK(encoded.find("?=") <= 73);
}

TEST_CASE("the letter says everything that was written") {
  const std::string text = text_of(submission({{"message", "two\nlines"}}));
  CHECK(text.find("message:\ntwo\nlines\n") != std::string::npos);
  CHECK(text.find("lacit inbox delete K7F3-92QD") != std::string::npos);
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
