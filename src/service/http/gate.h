// The gate: everything that a request's head must satisfy before anything else of the program sees it. Bytes in, a
// request or a refusal out; no sockets. What is not exactly as RFC 9110 and RFC 9112 have it is refused, never mended.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "http/framing.h"
#include "http/head.h"

namespace lacit::http {

struct Request {
  std::string method;
  std::string target;  ///< Origin form, whatever form it came in; or `*`.
  std::string host;    ///< Of the target where that names one, else of the Host field.
  Fields fields;
  Framing body;
  bool keep_alive = true;
  bool expects_continue = false;  ///< Waits for 100 (Continue) before it sends its body.
};

[[nodiscard]] std::variant<Refusal, Request> pass(std::string_view head);

}  // namespace lacit::http
