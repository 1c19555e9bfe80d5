#include "intake/proof.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/hex.h"
#include "intake/time_token.h"
#include "secrets/secrets.h"

using namespace lacit::intake;
using nlohmann::json;

namespace {

constexpr const char* key = "0123456789abcdef0123456789abcdef";
constexpr Seconds now = 1'800'000'000;

std::string to_base64(const std::string& bytes) {
  static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : bytes) {
    bits = bits << 8U | static_cast<unsigned char>(c);
    for (count += 8; count >= 6; count -= 6) out += digits[bits >> static_cast<unsigned>(count - 6) & 63U];
  }
  if (count > 0) out += digits[bits << static_cast<unsigned>(6 - count) & 63U];
  return out;
}

/// Works as a browser does.
json solve(const json& challenge) {
  const json& parameters = challenge["parameters"];
  const std::string nonce = *lacit::base::from_hex(parameters["nonce"].get<std::string>());
  const std::string salt = *lacit::base::from_hex(parameters["salt"].get<std::string>());
  for (unsigned counter = 0;; ++counter) {
    std::string password = nonce;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) password += static_cast<char>(counter >> shift & 0xFFU);
    const std::string derived =
        lacit::base::to_hex(lacit::secrets::pbkdf2(password, salt, parameters["cost"].get<int>(), 32));
    if (derived.starts_with("00")) return {{"counter", counter}, {"derivedKey", derived}, {"time", 1}};
  }
}

std::string payload(const json& challenge, const json& solution) {
  return to_base64(json{{"challenge", challenge}, {"solution", solution}}.dump());
}

}  // namespace

TEST_CASE("27: a proof of work is taken as long as it lives, and nothing that only looks like one") {
  const json challenge = json::parse(lacit::intake::challenge(key, now));
  const json solution = solve(challenge);
  const Proof proof = check_proof(key, payload(challenge, solution), now + 5);
  CHECK(proof.state == ProofState::valid);
  CHECK(proof.nonce == challenge["parameters"]["nonce"]);
  CHECK(proof.expires_at == now + challenge_life);
  CHECK(check_proof(key, payload(challenge, solution), now + challenge_life).state == ProofState::expired);
  CHECK(check_proof("another key of thirty-two letters", payload(challenge, solution), now).state ==
        ProofState::invalid);

  json forged = challenge;
  forged["parameters"]["expiresAt"] = now + 999'999;
  CHECK(check_proof(key, payload(forged, solution), now).state == ProofState::invalid);
  json easier = challenge;
  easier["parameters"]["keyPrefix"] = "";
  CHECK(check_proof(key, payload(easier, solution), now).state == ProofState::invalid);
  for (const json& counter :
       {json(-1), json(1.5), json("1"), json(4294967296U), json(solution["counter"].get<int>() + 1)}) {
    json wrong = solution;
    wrong["counter"] = counter;
    CHECK(check_proof(key, payload(challenge, wrong), now).state == ProofState::invalid);
  }
}

TEST_CASE("27: what is no proof at all is refused without a crash") {
  for (const char* bad : {"", "=", "====", "e30=", "bnVsbA==", "W10=", "not base64 at all!",
                          "eyJjaGFsbGVuZ2UiOjEsInNvbHV0aW9uIjoyfQ=="}) {
    CAPTURE(bad);
    CHECK(check_proof(key, bad, now).state == ProofState::invalid);
  }
  CHECK(check_proof(key, std::string(100'000, 'A'), now).state == ProofState::invalid);
}

TEST_CASE("a form without script is believed between two seconds and two hours after it was first sent") {
  const std::string token = time_token(key, "contact", now);
  CHECK_FALSE(is_good_token(key, "contact", token, now + 1));
  CHECK(is_good_token(key, "contact", token, now + 2));
  CHECK(is_good_token(key, "contact", token, now + 7200));
  CHECK_FALSE(is_good_token(key, "contact", token, now + 7201));
  CHECK_FALSE(is_good_token(key, "volunteer", token, now + 60));
  CHECK_FALSE(is_good_token("another key", "contact", token, now + 60));
  CHECK_FALSE(is_good_token(key, "contact", "1" + token, now + 60));
  CHECK_FALSE(is_good_token(key, "contact", "", now + 60));
}
