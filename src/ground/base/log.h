// The server's log: lines on standard error, which whoever starts it collects.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lacit::base {

/// `2026-11-24T18:05:00Z lacit: words`, in UTC. What could move a terminal's cursor or forge a line becomes `?`
/// (form-backend 19). Callers give references and codes, never a message's words.
[[nodiscard]] std::string log_line(std::string_view words, std::int64_t seconds);

/// Now, to standard error, in one piece whatever other threads say.
void log(std::string_view words);

}  // namespace lacit::base
