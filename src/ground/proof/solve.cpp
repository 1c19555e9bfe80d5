#include "proof/solve.h"

#include <cstddef>

namespace lacit::proof {
namespace {

constexpr std::size_t block_bytes = 64;
constexpr std::size_t counter_bytes = 4;
constexpr std::size_t padding_bytes = 9;  // A one bit, and the length in 64 bits (FIPS 180-4, 5.1.1).
constexpr std::size_t key_bytes = 32;

void put(Block& block, std::size_t at, std::uint32_t byte) { block[at / 4] |= byte << (24 - at % 4 * 8); }

void put(Block& block, std::size_t at, std::string_view bytes) {
  for (const char byte : bytes) put(block, at++, static_cast<unsigned char>(byte));
}

void put_number(Block& block, std::size_t at, std::uint32_t number) {
  for (std::uint32_t i = 0; i < 4; ++i) put(block, at + i, number >> (24 - i * 8) & 0xFFU);
}

/// Ends a message whose last block holds `bytes` bytes, after one block that came before.
void end(Block& block, std::size_t bytes) {
  put(block, bytes, 0x80);
  block[15] = static_cast<std::uint32_t>((block_bytes + bytes) * 8);
}

/// HMAC's two keyed states (RFC 2104, 4): the same for every message under one key.
struct Keyed {
  Words8 inner, outer;
};

Keyed keyed(const Block& key) {
  Block inner = key;
  Block outer = key;
  for (std::size_t i = 0; i < key.size(); ++i) {
    inner[i] ^= 0x36363636U;
    outer[i] ^= 0x5c5c5c5cU;
  }
  return {compress(initial, inner), compress(initial, outer)};
}

Words8 finish(const Keyed& hmac, const Block& last) {
  const Words8 inner = compress(hmac.inner, last);
  Block block{};
  for (std::size_t i = 0; i < inner.size(); ++i) block[i] = inner[i];
  end(block, key_bytes);
  return compress(hmac.outer, block);
}

Block password(const Challenge& challenge, std::uint32_t counter) {
  Block block{};
  put(block, 0, challenge.nonce);
  put_number(block, challenge.nonce.size(), counter);
  return block;
}

bool begins_with(const Words8& key, std::string_view prefix) {
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if ((key[i / 4] >> (24 - i % 4 * 8) & 0xFFU) != static_cast<unsigned char>(prefix[i])) return false;
  }
  return true;
}

/// All of it in one block each: then no length needs a loop.
bool fits(const Challenge& challenge) {
  return challenge.nonce.size() + counter_bytes <= block_bytes && challenge.prefix.size() <= key_bytes &&
         challenge.salt.size() + counter_bytes + padding_bytes <= block_bytes;
}

}  // namespace

Words8 derive(const Challenge& challenge, std::uint32_t counter) {
  const Keyed hmac = keyed(password(challenge, counter));
  Block first{};
  put(first, 0, challenge.salt);
  put_number(first, challenge.salt.size(), 1);
  end(first, challenge.salt.size() + counter_bytes);
  Words8 last = finish(hmac, first);
  Words8 key = last;
  for (std::uint32_t i = 1; i < challenge.cost; ++i) {
    Block block{};
    for (std::size_t word = 0; word < last.size(); ++word) block[word] = last[word];
    end(block, key_bytes);
    last = finish(hmac, block);
    for (std::size_t word = 0; word < key.size(); ++word) key[word] ^= last[word];
  }
  return key;
}

std::optional<Solution> solve(const Challenge& challenge, std::uint32_t from, std::uint32_t count) {
  if (!fits(challenge)) return {};
  for (std::uint32_t i = 0; i < count; ++i) {
    const Words8 key = derive(challenge, from + i);
    if (begins_with(key, challenge.prefix)) return Solution{from + i, key};
  }
  return {};
}

}  // namespace lacit::proof
