#include "proof/solve.h"

#include <doctest/doctest.h>

#include <string>

namespace lacit::proof {
namespace {

std::string hex(const Words8& words) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::uint32_t word : words) {
    for (int shift = 28; shift >= 0; shift -= 4) text += digits[word >> static_cast<unsigned>(shift) & 0xFU];
  }
  return text;
}

/// A password of four letters is a counter after no nonce.
constexpr std::uint32_t as_counter(std::string_view four) {
  std::uint32_t number = 0;
  for (const char c : four) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

TEST_CASE("SHA-256 of «abc» is FIPS 180-4's") {
  Block block{0x61626380};
  block[15] = 24;
  CHECK(hex(compress(initial, block)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a key is derived as PBKDF2 says") {
  // Python's hashlib.pbkdf2_hmac("sha256", password, salt, cost).
  CHECK(hex(derive({.nonce = {}, .salt = "salt", .cost = 1, .prefix = {}}, as_counter("pass"))) ==
        "65acafe9655d154ebe7ca04e8b7ebdbc2bfd1684c07adfd2fe2ea072b5b9eedf");
  CHECK(hex(derive({.nonce = "nonce", .salt = "salt", .cost = 1000, .prefix = {}}, 7)) ==
        "870f6680f53c75fa0acfe1cdb4202d4303d64e3589a33466754d15d7d20ea411");
}

TEST_CASE("the first counter whose key begins as asked is found, and only in the range") {
  const Challenge challenge{
      .nonce = "0123456789abcdef", .salt = "fedcba9876543210", .cost = 3, .prefix = std::string_view("\0", 1)};
  const auto solution = solve(challenge, 0, 10000);
  REQUIRE(solution);
  CHECK((solution->key[0] >> 24U) == 0);
  CHECK(hex(derive(challenge, solution->counter)) == hex(solution->key));
  CHECK_FALSE(solve(challenge, 0, solution->counter));
  CHECK(solve(challenge, solution->counter, 1));
}

TEST_CASE("a challenge that is longer than a block is not begun") {
  const std::string salt(52, 's');
  CHECK_FALSE(solve({.nonce = "n", .salt = salt, .cost = 1, .prefix = {}}, 0, 1));
}

}  // namespace
}  // namespace lacit::proof
