#include "secrets/secrets.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <cstdio>
#include <cstdlib>

#include "base/hex.h"

namespace lacit::secrets {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

std::optional<std::string> from_base64(std::string_view text) {
  std::string padded(text);
  while (padded.size() % 4 != 0) padded += '=';
  std::size_t padding = 0;
  while (padding < 2 && padded.size() > padding && padded[padded.size() - 1 - padding] == '=') ++padding;
  std::string bytes(padded.size() / 4 * 3, '\0');
  const int length = EVP_DecodeBlock(bytes_of(bytes), bytes_of(padded), static_cast<int>(padded.size()));
  if (length < static_cast<int>(padding)) return {};
  bytes.resize(static_cast<std::size_t>(length) - padding);
  return bytes;
}

std::string random_hex(std::size_t count) {
  std::string bytes(count, '\0');
  if (RAND_bytes(bytes_of(bytes), static_cast<int>(count)) != 1) {
    std::fputs("lacit: this system gives no random numbers\n", stderr);
    std::abort();
  }
  return base::to_hex(bytes);
}

std::string hmac(std::string_view key, std::string_view message) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned length = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes_of(message), message.size(), out.data(), &length);
  return base::to_hex({reinterpret_cast<const char*>(out.data()), length});
}

std::string pbkdf2(std::string_view password, std::string_view salt, int iterations, std::size_t length) {
  std::string key(length, '\0');
  PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()), bytes_of(salt), static_cast<int>(salt.size()),
                    iterations, EVP_sha256(), static_cast<int>(length), bytes_of(key));
  return key;
}

bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

struct Digest::State {
  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Digest::Digest() : state_(std::make_unique<State>()) {
  EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr);
}
Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::add(std::string_view bytes) { EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()); }

void Digest::add_framed(std::string_view bytes) {
  add(std::to_string(bytes.size()) + ":");
  add(bytes);
}

std::string Digest::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned length = 0;
  EVP_DigestFinal_ex(state_->context.get(), out.data(), &length);
  return base::to_hex({reinterpret_cast<const char*>(out.data()), length});
}

}  // namespace lacit::secrets
