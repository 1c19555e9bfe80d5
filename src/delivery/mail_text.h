// What a notification says: headers and words, safe to hand to a mail server (form-backend 17).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace lacit::delivery {

struct Letter {
  std::string from;             ///< Fixed, by configuration; never the visitor's.
  std::vector<std::string> to;  ///< Fixed.
};

/// RFC 5322 header lines without line ends: From, To, Reply-To where the visitor gave a good address, Subject, Date,
/// Message-ID, Auto-Submitted (RFC 3834).
[[nodiscard]] std::vector<std::string> headers_of(const Letter& letter, const store::Submission& submission,
                                                  const store::Delivery& delivery);

/// The message's fields as plain text, lines ended by LF.
[[nodiscard]] std::string text_of(const store::Submission& submission);

/// RFC 2047 where it is not printable ASCII; without line ends in any case.
[[nodiscard]] std::string header_words(std::string_view text);

}  // namespace lacit::delivery
