// A request's head: where it ends in the bytes that come, and its lines taken apart. Nothing is guessed or mended: two
// readers that mend differently are what request smuggling lives on (RFC 9112, 11.2).
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lacit::http {

inline constexpr std::size_t most_head = 16UL * 1024;         ///< Request line and fields (form-backend 4).
inline constexpr std::size_t most_request_line = 8UL * 1024;  ///< RFC 9112, 3 recommends 8,000 at least.
inline constexpr std::size_t most_lines = 100;                ///< Fields.
inline constexpr std::size_t most_empty_lines = 8;            ///< Before a request line (RFC 9112, 2.2).

/// Why a request is not served; the connection is closed after it, since where the next request begins is not known.
struct Refusal {
  unsigned status = 400;
  std::string_view reason;  ///< What is wrong, for tests and debuggers: visitors read the words of the site.
};

/// Whether what begins so asks by HEAD, whose answer has no body even where nothing else can be read (RFC 9110, 9.3.2).
[[nodiscard]] inline bool asks_by_head(std::string_view bytes) {
  bytes.remove_prefix(std::min(bytes.find_first_not_of("\r\n"), bytes.size()));
  return bytes.starts_with("HEAD ");
}

enum class Scan : unsigned char { more, complete, malformed, line_too_long, too_large };

/// Looks for a head's end, at each byte once. Lines end with CRLF and with nothing else (RFC 9112, 2.2: a bare LF may
/// be taken for an end, a bare CR must not be; who takes neither cannot be misled by either).
class HeadScanner {
 public:
  /// `bytes`: all that came since the last request, also what was looked at before.
  [[nodiscard]] Scan look(std::string_view bytes);
  /// Once complete: from the request line to the end of the last field, without its CRLF.
  [[nodiscard]] std::string_view head(std::string_view bytes) const { return bytes.substr(begin_, last_ - begin_); }
  /// Bytes that the head takes, empty lines before and after it included.
  [[nodiscard]] std::size_t size() const { return at_; }

 private:
  [[nodiscard]] Scan end_line();

  std::size_t at_ = 0;     ///< Looked at up to here.
  std::size_t line_ = 0;   ///< Where this line begins.
  std::size_t begin_ = 0;  ///< Where the request line begins.
  std::size_t last_ = 0;   ///< Where the last line that holds anything ends.
  std::size_t lines_ = 0, empty_ = 0;
};

/// What to answer to a head that never became complete.
[[nodiscard]] Refusal refusal_of(Scan scan);

/// Field lines, names in lower case, in the order in which they came.
class Fields {
 public:
  void add(std::string_view name, std::string_view value);
  [[nodiscard]] std::size_t count(std::string_view name) const;
  /// All lines of that name as one (RFC 9110, 5.3); empty where there is none.
  [[nodiscard]] std::string combined(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> lines_;
};

struct Head {
  std::string method;
  std::string target;
  bool is_1_1 = true;  ///< Else HTTP/1.0.
  Fields fields;
};

/// Takes a head apart, as HeadScanner gives it.
[[nodiscard]] std::variant<Refusal, Head> parse_head(std::string_view head);

}  // namespace lacit::http
