// What a notification says: headers and words, safe to hand to a mail server (form-backend 17).
#pragma once

#include <string>
#include <vector>

#include "store/store.h"

namespace lacit::delivery {

struct Letter {
  std::string from;             ///< Fixed, by configuration; never the visitor's.
  std::vector<std::string> to;  ///< Fixed.
};

/// RFC 5322 header fields, folded, without their last line's end: From, To, Reply-To where the visitor gave an address
/// that it may hold, Subject, Date, Message-ID, Auto-Submitted (RFC 3834).
[[nodiscard]] std::vector<std::string> headers_of(const Letter& letter, const store::Submission& submission,
                                                  const store::Delivery& delivery);

/// The message's fields as plain text, lines ended by LF. Each line of the visitor's begins with `| `: none of them can
/// pass for one of ours.
[[nodiscard]] std::string text_of(const store::Submission& submission);

}  // namespace lacit::delivery
