#include "http/framing.h"

#include <algorithm>
#include <limits>

#include "base/ascii.h"
#include "http/syntax.h"

namespace lacit::http {
namespace {

/// Other readers count in signed numbers.
constexpr std::uint64_t most_length = std::numeric_limits<std::int64_t>::max();

std::variant<Refusal, Framing> by_coding(const Head& head) {
  // 6.1: with a length it ought to be handled as an error; in HTTP/1.0 the framing is faulty.
  if (head.fields.count("content-length") > 0) return Refusal{400, "Both Content-Length and Transfer-Encoding."};
  if (!head.is_1_1) return Refusal{400, "Transfer-Encoding is not of HTTP/1.0."};
  const std::string all = head.fields.combined("transfer-encoding");
  const auto codings = elements(all);
  const auto is_chunked = [](std::string_view coding) { return base::same_word(coding, "chunked"); };
  // 6.3, 4: where chunked is not the last coding, the length cannot be known. 7: chunked has no parameters.
  if (codings.empty() || !is_chunked(codings.back()))
    return Refusal{400, "Transfer-Encoding does not end with chunked."};
  // 6.1: chunked MUST NOT be applied more than once.
  if (std::ranges::count_if(codings, is_chunked) > 1) return Refusal{400, "Transfer-Encoding names chunked twice."};
  // 6.1: a coding that is not understood SHOULD be answered by 501.
  if (codings.size() > 1) return Refusal{501, "The only transfer coding here is chunked."};
  // An empty element (`chunked,`) may be skipped in lists (RFC 9110, 5.6.1.2), but not every reader does.
  if (!is_chunked(all)) return Refusal{400, "Transfer-Encoding is not exactly chunked."};
  return Framing{.chunked = true};
}

}  // namespace

std::variant<Refusal, Framing> framing_of(const Head& head) {
  if (head.fields.count("transfer-encoding") > 0) return by_coding(head);
  const std::size_t count = head.fields.count("content-length");
  if (count == 0) return Framing{};  // 6.3, 7: of a request, no body.
  // 6.3, 5: equal values in a list may be taken for one; to refuse them as well is allowed and simplest.
  if (count > 1) return Refusal{400, "Content-Length stands twice."};
  const std::string text = head.fields.combined("content-length");
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  if (!digits) return Refusal{400, "Content-Length is no number."};  // RFC 9110, 8.6: 1*DIGIT
  const auto length = number(text);
  if (!length || *length > most_length)
    return Refusal{413, "Content-Length is too large."};  // RFC 9110, 8.6: beware of overflows.
  return Framing{.length = *length};
}

}  // namespace lacit::http
