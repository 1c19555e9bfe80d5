// A mail as it goes over the wire: headers, the words, and files that are read while they are sent.
#pragma once

#include <deque>
#include <filesystem>
#include <fstream>
#include <string>
#include <variant>

#include "delivery/mail_text.h"

namespace lacit::delivery {

class MailMessage {
 public:
  /// `files`: the folder of attached files; empty: none come along. MIME (RFC 2045, 2046, 2183): lines end with CR LF,
  /// are ASCII, and have at most 76 characters.
  MailMessage(const Letter& letter, const store::Submission& submission, const store::Delivery& delivery,
              const std::filesystem::path& files);

  /// The next bytes, `room` at most; none: that was all, or see failed().
  [[nodiscard]] std::size_t read(char* to, std::size_t room);
  /// Whether a file could not be read.
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  void add_file(const store::Attachment& file, const std::filesystem::path& path);
  /// False: there is nothing more.
  [[nodiscard]] bool refill();
  [[nodiscard]] bool refill_from_file();

  std::string delimiter_;
  std::deque<std::variant<std::string, std::filesystem::path>> pieces_;
  std::string ready_;   ///< What may be read now,
  std::size_t at_ = 0;  ///< from here on.
  std::ifstream file_;
  bool failed_ = false;
};

}  // namespace lacit::delivery
