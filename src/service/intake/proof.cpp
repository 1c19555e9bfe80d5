#include "intake/proof.h"

#include <nlohmann/json.hpp>

#include "base/hex.h"
#include "secrets/secrets.h"

namespace lacit::intake {
namespace {

using nlohmann::json;

constexpr int cost = 5000;
constexpr std::size_t key_length = 32;
constexpr std::string_view key_prefix = "00";
constexpr std::size_t nonce_bytes = 16;
constexpr std::size_t longest_payload = 4096;

/// nlohmann::json keeps keys sorted, which is the form that is signed.
std::string signature(std::string_view key, const json& parameters) {
  return secrets::hmac(key, parameters.dump(-1, ' ', false, json::error_handler_t::replace));
}

std::string text_of(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::uint64_t number_of(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(value >> shift & 0xFFU);
  return bytes;
}

/// The key that the solution's counter derives, as hex; empty where something is not what we hand out.
std::string derived_key(const json& parameters, const json& solution) {
  const auto nonce = base::from_hex(text_of(parameters, "nonce"));
  const auto salt = base::from_hex(text_of(parameters, "salt"));
  const auto counter = solution.find("counter");
  if (!nonce || !salt || counter == solution.end() || !counter->is_number_unsigned()) return {};
  const auto value = counter->get<std::uint64_t>();
  if (value > 0xFFFFFFFFU) return {};
  return base::to_hex(secrets::pbkdf2(*nonce + big_endian(static_cast<std::uint32_t>(value)), *salt, cost, key_length));
}

}  // namespace

std::string challenge(std::string_view key, Seconds now) {
  json whole;
  json& parameters = whole["parameters"];
  parameters = {{"algorithm", "PBKDF2/SHA-256"},
                {"cost", cost},
                {"expiresAt", now + challenge_life},
                {"keyLength", key_length},
                {"keyPrefix", key_prefix},
                {"nonce", secrets::random_hex(nonce_bytes)},
                {"salt", secrets::random_hex(nonce_bytes)}};
  whole["signature"] = signature(key, parameters);
  return whole.dump();
}

Proof check_proof(std::string_view key, std::string_view payload, Seconds now) {
  if (payload.size() > longest_payload) return {};
  const auto text = secrets::from_base64(payload);
  const json whole = text ? json::parse(*text, nullptr, false) : json();
  if (!whole.is_object()) return {};
  const json given = whole.value("challenge", json::object());
  const json parameters = given.is_object() ? given.value("parameters", json::object()) : json::object();
  const json solution = whole.value("solution", json::object());
  if (!parameters.is_object() || !solution.is_object()) return {};
  if (!secrets::same_secret(signature(key, parameters), text_of(given, "signature"))) return {};
  const auto expires = static_cast<Seconds>(number_of(parameters, "expiresAt"));
  // A clock that was set back must not make a challenge live longer (36).
  if (expires <= now || expires > now + challenge_life)
    return {.state = ProofState::expired, .nonce = {}, .expires_at = 0};
  const std::string derived = derived_key(parameters, solution);
  if (!derived.starts_with(key_prefix) || !secrets::same_secret(derived, text_of(solution, "derivedKey"))) return {};
  return {.state = ProofState::valid, .nonce = text_of(parameters, "nonce"), .expires_at = expires};
}

}  // namespace lacit::intake
