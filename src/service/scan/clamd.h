// Asks ClamAV's daemon whether bytes are clean: INSTREAM over a plain socket (clamd(8)), under an absolute deadline.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lacit::scan {

/// `unix:/run/clamav/clamd.ctl`, or `tcp:127.0.0.1:3310` with a numeric address: names could take any time to look up.
struct Endpoint {
  std::string path;           ///< Of a Unix socket; empty: TCP.
  std::string address, port;  ///< `127.0.0.1` or `::1`, and a number.
};

[[nodiscard]] std::optional<Endpoint> parse_endpoint(std::string_view text);

enum class Verdict : std::uint8_t {
  clean,      ///< clamd says so; nothing else makes a file clean.
  found,      ///< clamd names what is in it.
  undecided,  ///< clamd answered, and said neither.
  silent,     ///< Nobody there, or no answer in time.
};

struct Finding {
  Verdict verdict = Verdict::silent;
  std::string why;  ///< The virus's name, or why nothing is known; printable, for the log.
};

using Deadline = std::chrono::steady_clock::time_point;

/// Blocks until clamd has answered, at most until the deadline.
[[nodiscard]] Finding ask_clamd(const Endpoint& endpoint, std::string_view bytes, Deadline deadline);

}  // namespace lacit::scan
