#include "scan/clamd.h"

#include <algorithm>
#include <charconv>

#include "scan/socket.h"

namespace lacit::scan {
namespace {

constexpr std::size_t piece_bytes = 64UL * 1024;
constexpr std::size_t longest_answer = 1024;
constexpr std::size_t longest_path = 107;  // unix(7)

/// Each piece with its length before it, in network order (clamd(8)).
std::string length_of(std::size_t size) {
  std::string bytes;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(size >> shift & 0xFFU);
  return bytes;
}

bool send_stream(Socket& socket, std::string_view bytes) {
  if (!socket.write(std::string_view("zINSTREAM\0", 10))) return false;
  while (!bytes.empty()) {
    const std::string_view piece = bytes.substr(0, piece_bytes);
    if (!socket.write(length_of(piece.size())) || !socket.write(piece)) return false;
    bytes.remove_prefix(piece.size());
  }
  return socket.write(length_of(0));
}

/// What another program said, fit for a line of a log.
std::string printable(std::string_view text) {
  std::string line(text.substr(0, 200));
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  return line;
}

/// `stream: OK`, `stream: Eicar-Test-Signature FOUND`; whatever else it says is no word about the bytes.
Finding finding_of(std::string_view answer) {
  static constexpr std::string_view begin = "stream: ";
  static constexpr std::string_view found = " FOUND";
  if (answer == "stream: OK") return {.verdict = Verdict::clean, .why = {}};
  if (answer.starts_with(begin) && answer.ends_with(found) && answer.size() > begin.size() + found.size()) {
    const auto name = answer.substr(begin.size(), answer.size() - begin.size() - found.size());
    return {.verdict = Verdict::found, .why = printable(name)};
  }
  return {.verdict = Verdict::undecided, .why = "it said «" + printable(answer) + "»"};
}

bool is_port(std::string_view text) {
  unsigned port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc() && end == text.data() + text.size() && port > 0 && port < 65536;
}

bool is_address(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789abcdefABCDEF.:") == std::string_view::npos;
}

}  // namespace

std::optional<Endpoint> parse_endpoint(std::string_view text) {
  if (text.starts_with("unix:/")) {
    std::string path(text.substr(5));
    if (path.size() > longest_path) return {};
    return Endpoint{.path = std::move(path), .address = {}, .port = {}};
  }
  if (!text.starts_with("tcp:")) return {};
  text.remove_prefix(4);
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || !is_port(text.substr(colon + 1))) return {};
  std::string_view address = text.substr(0, colon);
  if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
  if (!is_address(address)) return {};
  return Endpoint{.path = {}, .address = std::string(address), .port = std::string(text.substr(colon + 1))};
}

Finding ask_clamd(const Endpoint& endpoint, std::string_view bytes, Deadline deadline) {
  Socket socket(deadline);
  std::string answer;
  if (!socket.connect(endpoint)) return {.verdict = Verdict::silent, .why = socket.failure()};
  // A stream that is too large for it is answered and closed before its end.
  (void)send_stream(socket, bytes);
  if (socket.read_line(answer, longest_answer)) return finding_of(answer);
  return {.verdict = Verdict::silent, .why = socket.failure()};
}

}  // namespace lacit::scan
