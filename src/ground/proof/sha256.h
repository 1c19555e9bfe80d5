// SHA-256's compression function (FIPS 180-4) and no more: what the proof of work repeats millions of times. The
// server, which checks one proof at a time, uses OpenSSL; tests hold the two against each other.
#pragma once

#include <array>
#include <cstdint>

namespace lacit::proof {

using Words8 = std::array<std::uint32_t, 8>;  ///< The chaining value, and a digest.
using Block = std::array<std::uint32_t, 16>;  ///< 64 bytes, big-endian.

/// FIPS 180-4, 5.3.3.
inline constexpr Words8 initial{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

/// FIPS 180-4, 6.2.2: the state after one block more.
[[nodiscard]] Words8 compress(const Words8& state, const Block& block);

}  // namespace lacit::proof
