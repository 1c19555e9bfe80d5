// Content hashes for file names and caches. Not for secrets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lacit::base {

/// FNV-1a, 64 bits (draft-eastlake-fnv).
[[nodiscard]] constexpr std::uint64_t fnv1a(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

/// Twelve hexadecimal digits of the hash: what stands in published file names.
[[nodiscard]] std::string short_hash(std::string_view bytes);

}  // namespace lacit::base
