// The sender's half of the proof of work: ALTCHA version 2 with PBKDF2/SHA-256 (docs/requirements.md, 27). Its checker
// is src/service/intake/proof.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "proof/sha256.h"

namespace lacit::proof {

struct Challenge {
  std::string_view nonce;   ///< Bytes, at most 60.
  std::string_view salt;    ///< Bytes, at most 51.
  std::uint32_t cost = 0;   ///< Iterations of PBKDF2.
  std::string_view prefix;  ///< Bytes that the derived key must begin with, at most 32.
};

struct Solution {
  std::uint32_t counter = 0;
  Words8 key{};  ///< 32 bytes, big-endian words.
};

/// PBKDF2-HMAC-SHA-256 (RFC 8018, 5.2) of nonce and counter: the first 32 bytes, which are its first block.
[[nodiscard]] Words8 derive(const Challenge& challenge, std::uint32_t counter);

/// Tries `count` counters from `from`. Nothing: none of them, or a challenge that is longer than ours.
[[nodiscard]] std::optional<Solution> solve(const Challenge& challenge, std::uint32_t from, std::uint32_t count);

}  // namespace lacit::proof
