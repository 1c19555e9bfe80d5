// What a form's body says, once it was read: the form's own fields, and those that only serve the sending.
#pragma once

#include <optional>
#include <string>

#include "captcha/captcha.h"
#include "forms_file/forms_file.h"
#include "intake/exchange.h"
#include "intake/upload.h"

namespace lacit::intake {

struct Message {
  form_data::Pairs fields;  ///< Clean, in the form's order, empty ones left out.
  std::string altcha, token, trap;
  std::string captcha;  ///< The provider's token, where the configuration has one.
  std::string proof;    ///< The proof's nonce, where it was valid.
  std::int64_t proof_expires = 0;
  bool verified = false;
  bool scripted = false;  ///< Its browser ran our scripts, though they may have made no proof.
  store::Unverified unverified = store::Unverified::unknown;
};

/// Sorts the fields into a message; gives what is wrong with them, each fault once (form-backend 15).
/// Tokens of other providers than this one are ignored: their widgets fill in each other's fields.
[[nodiscard]] std::optional<ProblemDetails> read_message(const forms::Form& form, captcha::Provider provider,
                                                         const form_data::Pairs& sent, Message& message);

/// SHA-256 over what was meant, not over the bytes on the wire: a retry has another boundary and another proof.
[[nodiscard]] std::string hash_of(const forms::Form& form, const Message& message,
                                  const std::vector<ReceivedFile>& files);

}  // namespace lacit::intake
