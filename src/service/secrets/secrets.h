// Random numbers, hashes and signatures: OpenSSL behind functions of our own.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::secrets {

/// `count` random bytes as lowercase hex. Ends the program where the system has no randomness: nothing is safe then.
[[nodiscard]] std::string random_hex(std::size_t count);

/// HMAC-SHA-256 (RFC 2104) as lowercase hex.
[[nodiscard]] std::string hmac(std::string_view key, std::string_view message);

/// PBKDF2-HMAC-SHA-256 (RFC 8018, 5.2) as bytes.
[[nodiscard]] std::string pbkdf2(std::string_view password, std::string_view salt, int iterations, std::size_t length);

/// In a time that does not tell where they differ.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

/// Base64 (RFC 4648, 4), padding optional.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

/// SHA-256 of what is added, piece by piece.
class Digest {
 public:
  Digest();
  ~Digest();
  Digest(Digest&&) noexcept;
  Digest& operator=(Digest&&) noexcept;
  void add(std::string_view bytes);
  /// With its length before it, so that two neighbours cannot pass for two others.
  void add_framed(std::string_view bytes);
  /// Lowercase hex; the digest is used up then.
  [[nodiscard]] std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The key of all signatures: LACIT_SECRET, or a random one that is kept in the data folder for its owner only.
[[nodiscard]] base::Result<std::string> signing_key(const std::filesystem::path& data);

}  // namespace lacit::secrets
