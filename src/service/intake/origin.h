// Who may send a form: pages of this site, and of the sites that the configuration names (form-backend 10, 11).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "intake/exchange.h"

namespace lacit::intake {

enum class Caller : std::uint8_t {
  same_site,  ///< A page of ours, or a program that names no origin: browsers always name one with POST.
  allowed,    ///< Another site on the list: its script may read the answer.
  refused,
};

/// Scheme, host and port are compared as a whole: no suffixes, no `null`.
[[nodiscard]] Caller caller_of(const Head& head, bool tls, std::span<const std::string> allowed);

/// Adds what lets an allowed site's script read the answer; always `Vary: Origin`, since the answer differs by it.
void add_cors(Reply& reply, const Head& head, Caller caller);

}  // namespace lacit::intake
