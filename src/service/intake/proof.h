// Proof of work, ALTCHA version 2: a sender's machine works a third of a second, ours a millisecond, and nobody is
// tracked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lacit::intake {

using Seconds = std::int64_t;

inline constexpr Seconds challenge_life = 20L * 60;

/// A fresh challenge as JSON: `{"parameters": {…}, "signature": "…"}`.
[[nodiscard]] std::string challenge(std::string_view key, Seconds now);

enum class ProofState : std::uint8_t { valid, invalid, expired };

struct Proof {
  ProofState state = ProofState::invalid;
  std::string nonce;       ///< Used once: the store keeps it until it expires.
  Seconds expires_at = 0;  ///< UTC
};

/// Checks the form's field `altcha` (base64 of JSON). The expiry first, the work last, since it costs the most.
[[nodiscard]] Proof check_proof(std::string_view key, std::string_view payload, Seconds now);

}  // namespace lacit::intake
