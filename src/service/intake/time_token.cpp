#include "intake/time_token.h"

#include <charconv>

#include "secrets/secrets.h"

namespace lacit::intake {
namespace {

constexpr std::int64_t youngest = 2;
constexpr std::int64_t oldest = 2L * 60 * 60;

std::string signature(std::string_view key, std::string_view form, std::string_view time) {
  return secrets::hmac(key, "time:" + std::string(form) + ":" + std::string(time));
}

}  // namespace

std::string time_token(std::string_view key, std::string_view form, std::int64_t now) {
  const std::string time = std::to_string(now);
  return time + "." + signature(key, form, time);
}

bool is_good_token(std::string_view key, std::string_view form, std::string_view token, std::int64_t now) {
  const std::size_t dot = token.find('.');
  if (dot == std::string_view::npos) return false;
  const std::string_view time = token.substr(0, dot);
  std::int64_t issued = 0;
  const auto [end, error] = std::from_chars(time.data(), time.data() + time.size(), issued);
  if (error != std::errc() || end != time.data() + time.size()) return false;
  if (!secrets::same_secret(signature(key, form, time), token.substr(dot + 1))) return false;
  return now - issued >= youngest && now - issued <= oldest;
}

}  // namespace lacit::intake
