// A signed POST to a web address of the staff's own: a ticket system, a chat.
#pragma once

#include <string>

#include "delivery/channel.h"

namespace lacit::delivery {

struct WebhookOptions {
  std::string url;     ///< https, or http to this machine; empty: no webhook.
  std::string secret;  ///< From the environment.
};

class Webhook : public Channel {
 public:
  explicit Webhook(WebhookOptions options) : options_(std::move(options)) {}

  [[nodiscard]] std::string name() const override { return "webhook"; }
  /// Headers: `Idempotency-Key`, and `LACIT-Signature: t=SECONDS,v1=HEX`, the HMAC-SHA-256 of `SECONDS.BODY`. A
  /// receiver refuses old times and other signatures.
  [[nodiscard]] Outcome deliver(const store::Submission& submission, const store::Delivery& delivery) override;

 private:
  WebhookOptions options_;
};

/// The body: reference, form, times, fields, names of files.
[[nodiscard]] std::string webhook_body(const store::Submission& submission, const store::Delivery& delivery);

}  // namespace lacit::delivery
