#include "base/hash.h"

namespace lacit::base {

std::string short_hash(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::uint64_t hash = fnv1a(bytes);
  std::string text;
  for (int i = 0; i < 12; ++i, hash >>= 4U) text += digits[hash & 0xFU];
  return text;
}

}  // namespace lacit::base
