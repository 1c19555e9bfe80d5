// Mail to the staff by SMTP.
#pragma once

#include <filesystem>
#include <string>

#include "delivery/channel.h"
#include "delivery/mail_header.h"
#include "delivery/mail_text.h"

namespace lacit::delivery {

enum class Tls : std::uint8_t { none, if_offered, required };

struct MailOptions {
  std::string server;  ///< `smtp://mail.example.org:587` or `smtps://…:465`; empty: no mail.
  Tls tls = Tls::required;
  std::string user, password;
  Letter letter;
  bool attach_files = true;
};

class Mail : public Channel {
 public:
  /// `files`: the folder of attached files.
  Mail(MailOptions options, std::filesystem::path files) : options_(std::move(options)), files_(std::move(files)) {}

  [[nodiscard]] std::string name() const override { return "mail"; }
  [[nodiscard]] std::vector<std::string> recipients() const override { return envelope_addresses(options_.letter.to); }
  [[nodiscard]] Outcome deliver(const store::Submission& submission, const store::Delivery& delivery) override;

 private:
  MailOptions options_;
  std::filesystem::path files_;
};

}  // namespace lacit::delivery
