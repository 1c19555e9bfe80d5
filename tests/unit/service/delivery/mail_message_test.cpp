// The whole mail, as its bytes leave.
#include "delivery/mail_message.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

namespace lacit::delivery {
namespace {

const Letter letter{.from = "LA CIT <site@example.org>", .to = {"a@example.org"}};
const store::Delivery delivery{
    .id = 1, .submission = "0f0f", .channel = "mail", .recipient = "a@example.org", .message_id = "0f0f.mail"};
constexpr const char* office = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A folder with one file of so many bytes, called `aa`.
struct Files {
  explicit Files(std::size_t bytes)
      : path(std::filesystem::temp_directory_path() / ("lacit-message-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path);
    std::ofstream(path / "aa", std::ios::binary) << std::string(bytes, '\xFF');
  }
  ~Files() { std::filesystem::remove_all(path); }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;
  std::filesystem::path path;
};

store::Submission submission(store::Scan scan = store::Scan::none) {
  return {.id = "0f0f",
          .reference = "K7F3-92QD",
          .form = "contact",
          .received_at = 1'795'000'000,
          .verified = true,
          .fields = {{"message", "one\ntwo"}},
          .attachments = {{.name = "Brief ä.docx", .stored = "aa", .type = office, .bytes = 3, .scan = scan}}};
}

std::string read_all(MailMessage& message, std::size_t at_once) {
  std::string all;
  std::string piece(at_once, '\0');
  while (const std::size_t size = message.read(piece.data(), piece.size())) all += piece.substr(0, size);
  return all;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST_CASE("11.A4: every line of a mail is ASCII, ends with CR LF and is no longer than 76, in pieces of any size") {
  for (const std::size_t bytes : {0U, 1U, 56U, 57U, 58U, 57U * 256U, 57U * 256U + 1U, 100'000U}) {
    CAPTURE(bytes);
    const Files files(bytes);
    MailMessage message(letter, submission(), delivery, files.path);
    const std::string all = read_all(message, 1000);
    CHECK_FALSE(message.failed());
    MailMessage again(letter, submission(), delivery, files.path);
    CHECK(read_all(again, 7) == all);
    std::string_view rest = all;
    while (!rest.empty()) {
      const std::size_t end = rest.find("\r\n");
      REQUIRE(end <= 76);
      const std::string_view line = rest.substr(0, end);
      REQUIRE(std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; }));
      rest.remove_prefix(end + 2);
    }
    CHECK(count(all, "--=_0f0f\r\n") == 2);
    CHECK(all.ends_with("\r\n--=_0f0f--\r\n"));
    CHECK(all.find("\r\n\r\n" + std::string(bytes > 56 ? 76 : 0, '/')) != std::string::npos);
    CHECK(count(all, "/") >= bytes);  // 0xFF and its neighbours are all strokes.
  }
}

TEST_CASE("11.A4: a file has its name by RFC 2231, a plain one beside it, and its long type on a line of its own") {
  const Files files(3);
  MailMessage message(letter, submission(), delivery, files.path);
  const std::string all = read_all(message, 4096);
  CHECK(all.find("Content-Type:\r\n " + std::string(office) + ";\r\n name=\"Brief _.docx\"\r\n") != std::string::npos);
  CHECK(all.find("Content-Disposition: attachment; filename*=UTF-8''Brief%20%C3%A4.docx\r\n") != std::string::npos);
  CHECK(all.find("\r\n\r\n////\r\n--=_0f0f--\r\n") != std::string::npos);
}

TEST_CASE("25: what is held back is named and does not come along") {
  const Files files(3);
  MailMessage message(letter, submission(store::Scan::held), delivery, files.path);
  const std::string all = read_all(message, 4096);
  CHECK(all.find("Content-Disposition") == std::string::npos);
  CHECK(all.find("held back until it is scanned") != std::string::npos);
}

TEST_CASE("a file that cannot be read fails the mail, instead of leaving without it") {
  const Files files(3);
  std::filesystem::remove(files.path / "aa");
  MailMessage message(letter, submission(), delivery, files.path);
  CHECK_FALSE(read_all(message, 4096).empty());
  CHECK(message.failed());
}

}  // namespace
}  // namespace lacit::delivery
