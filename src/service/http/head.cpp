#include "http/head.h"

#include <algorithm>

#include "base/ascii.h"
#include "http/syntax.h"

namespace lacit::http {
namespace {

/// RFC 9112, 2.3: the name is case-sensitive, the numbers are a digit each.
bool is_version(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return text.size() == 8 && text.starts_with("HTTP/") && digit(text[5]) && text[6] == '.' && digit(text[7]);
}

/// RFC 9112, 3: single spaces; lenient readers that split at any white space are a risk of their own.
std::variant<Refusal, Head> parse_request_line(std::string_view line) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return Refusal{400, "The request line has not three parts."};
  const std::string_view method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);
  if (!is_token(method)) return Refusal{400, "The method is no token."};
  if (target.empty() || target.find_first_of(" \t") != std::string_view::npos) {
    return Refusal{400, "The request line has not three parts."};
  }
  if (!is_version(version)) return Refusal{400, "The request line does not end with an HTTP version."};
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return Refusal{505, "HTTP/1.1 and HTTP/1.0 are served here."};
  Head head;
  head.method = method;
  head.target = target;
  head.is_1_1 = version == "HTTP/1.1";
  return head;
}

}  // namespace

Scan HeadScanner::end_line() {
  const std::size_t length = at_ - line_;  // With its CR.
  line_ = at_ + 1;
  if (length > 1) {
    last_ = at_ - 1;
    return ++lines_ > most_lines + 1 ? Scan::too_large : Scan::more;
  }
  if (lines_ > 0) return Scan::complete;
  begin_ = line_;
  return ++empty_ > most_empty_lines ? Scan::malformed : Scan::more;
}

Scan HeadScanner::look(std::string_view bytes) {
  for (; at_ < bytes.size(); ++at_) {
    const char c = bytes[at_];
    const bool after_cr = at_ > line_ && bytes[at_ - 1] == '\r';
    if (after_cr != (c == '\n')) return Scan::malformed;
    if (c == '\n') {
      const Scan ended = end_line();
      if (ended == Scan::complete) ++at_;
      if (ended != Scan::more) return ended;
    } else if (is_control(c) && c != '\r' && c != '\t') {
      return Scan::malformed;
    }
    if (lines_ == 0 && at_ - begin_ >= most_request_line && at_ >= begin_) return Scan::line_too_long;
    if (at_ >= begin_ && at_ - begin_ >= most_head) return Scan::too_large;
  }
  return Scan::more;
}

Refusal refusal_of(Scan scan) {
  if (scan == Scan::line_too_long) return {414, "The address is too long."};  // RFC 9112, 3: MUST
  if (scan == Scan::too_large) return {431, "The head is too large."};        // RFC 6585, 5
  return {400, "The head holds a control character, or a line that does not end with CRLF."};
}

void Fields::add(std::string_view name, std::string_view value) { lines_.emplace_back(base::lower(name), value); }

std::size_t Fields::count(std::string_view name) const {
  return static_cast<std::size_t>(std::ranges::count(lines_, name, &std::pair<std::string, std::string>::first));
}

std::string Fields::combined(std::string_view name) const {
  std::string all;
  bool first = true;
  for (const auto& [key, value] : lines_) {
    if (key != name) continue;
    if (!first) all += ", ";
    all += value;
    first = false;
  }
  return all;
}

std::variant<Refusal, Head> parse_head(std::string_view head) {
  std::size_t end = head.find("\r\n");
  auto parsed = parse_request_line(head.substr(0, end));
  auto* result = std::get_if<Head>(&parsed);
  while (result != nullptr && end != std::string_view::npos) {
    head.remove_prefix(end + 2);
    end = head.find("\r\n");
    const std::string_view line = head.substr(0, end);
    if (!is_field_line(line)) return Refusal{400, "A line of the head is no field: name, colon, value."};
    const std::size_t colon = line.find(':');
    // RFC 9110, 5.5 and 5.6.3: a tab around a value is white space and no part of it. Of this one field it is refused,
    // as others do: where two readers disagree about it they see different requests (RFC 9112, 11.2), and nobody sends
    // it.
    if (base::same_word(line.substr(0, colon), "transfer-encoding") && line.find('\t') != std::string_view::npos) {
      return Refusal{400, "A tab stands in Transfer-Encoding, which not all read alike."};
    }
    result->fields.add(line.substr(0, colon), trimmed(line.substr(colon + 1)));
  }
  return parsed;
}

}  // namespace lacit::http
