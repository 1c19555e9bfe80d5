#include "http/gate.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "http/syntax.h"
#include "http/target.h"

namespace lacit::http {
namespace {

/// RFC 9110, 9.1: a method that is known but not allowed is 405, which the resource says; any other is 501, as is
/// CONNECT, which is for proxies (9.3.6).
bool is_known(std::string_view method) {
  static constexpr std::array<std::string_view, 8> known = {"GET",    "HEAD",    "POST",  "PUT",
                                                            "DELETE", "OPTIONS", "TRACE", "PATCH"};
  return std::ranges::find(known, method) != known.end();
}

/// RFC 9112, 3.2: a 1.1 request without Host, and any with two or with one that is no host, MUST be answered by 400.
std::optional<Refusal> check_host(const Head& head) {
  const std::size_t count = head.fields.count("host");
  if (count == 0 && !head.is_1_1) return std::nullopt;
  if (count == 0) return Refusal{400, "Host is missing."};
  if (count > 1) return Refusal{400, "Host stands twice."};
  if (!is_host(head.fields.combined("host"))) return Refusal{400, "Host is no host."};
  return std::nullopt;
}

/// RFC 9110, 5.3: no lists, so they stand once. Of two, this program might believe one and another program the other.
std::optional<Refusal> check_single(const Fields& fields) {
  static constexpr std::array<std::string_view, 10> single = {
      "content-type",      "origin",        "range",          "if-range",           "idempotency-key", "authorization",
      "if-modified-since", "content-range", "sec-fetch-site", "if-unmodified-since"};
  const auto twice = [&fields](std::string_view name) { return fields.count(name) > 1; };
  if (std::ranges::none_of(single, twice)) return std::nullopt;
  return Refusal{400, "A field stands twice that may stand once."};
}

/// RFC 9110, 10.1.1: 417 for what is not 100-continue; of HTTP/1.0 the latter is ignored.
std::optional<Refusal> read_expectations(const Head& head, Request& request) {
  const std::string all = head.fields.combined("expect");
  for (const std::string_view expectation : elements(all)) {
    if (!base::same_word(expectation, "100-continue"))
      return Refusal{417, "The only expectation here is 100-continue."};
    request.expects_continue = head.is_1_1 && !request.body.is_empty();
  }
  return std::nullopt;
}

/// RFC 9112, 9.3: 1.1 stays unless it says close. 1.0 may ask to stay, which we need not grant: proxies of its time
/// passed that wish on without understanding it (C.2.2).
bool stays(const Head& head) {
  const std::string all = head.fields.combined("connection");
  const auto options = elements(all);
  const bool close =
      std::ranges::any_of(options, [](std::string_view option) { return base::same_word(option, "close"); });
  return head.is_1_1 && !close;
}

std::optional<Refusal> fill(const Head& head, Request& request) {
  if (!is_known(head.method)) return Refusal{501, "This method is not known here."};
  auto target = parse_target(head.method, head.target);
  if (!target) return Refusal{400, "The request target is none."};
  if (auto refusal = check_host(head)) return refusal;
  if (auto refusal = check_single(head.fields)) return refusal;
  const auto framing = framing_of(head);
  if (const auto* refusal = std::get_if<Refusal>(&framing)) return *refusal;
  request.method = head.method;
  request.target = std::move(target->path_and_query);
  request.host = target->host.empty() ? head.fields.combined("host") : std::move(target->host);
  request.body = std::get<Framing>(framing);
  request.keep_alive = stays(head);
  return read_expectations(head, request);
}

}  // namespace

std::variant<Refusal, Request> pass(std::string_view bytes) {
  auto parsed = parse_head(bytes);
  if (const auto* refusal = std::get_if<Refusal>(&parsed)) return *refusal;
  Head& head = std::get<Head>(parsed);
  Request request;
  if (const auto refusal = fill(head, request)) return *refusal;
  request.fields = std::move(head.fields);
  return request;
}

}  // namespace lacit::http
