// How long a request's body is (RFC 9112, 6): the one thing on which every reader of a connection must agree.
#pragma once

#include <cstdint>
#include <variant>

#include "http/head.h"

namespace lacit::http {

struct Framing {
  bool chunked = false;
  std::uint64_t length = 0;  ///< Unless chunked.
  [[nodiscard]] bool is_empty() const { return !chunked && length == 0; }
};

[[nodiscard]] std::variant<Refusal, Framing> framing_of(const Head& head);

}  // namespace lacit::http
