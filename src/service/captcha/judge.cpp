#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "captcha/captcha.h"

namespace lacit::captcha {
namespace {

using nlohmann::json;

std::string text_of(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// What another machine said, fit for a line of a log.
std::string printable(std::string text) {
  text.resize(std::min<std::size_t>(text.size(), 100));
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  return text;
}

/// Codes that say nothing about the visitor: a wrong key of ours, or trouble of theirs.
bool is_no_fault_of_visitors(std::string_view code) {
  static constexpr std::array<std::string_view, 8> codes = {
      "missing-input-secret", "invalid-input-secret",    "bad-request",      "internal-error",
      "invalid-keys",         "sitekey-secret-mismatch", "missing-remoteip", "invalid-remoteip"};
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

Finding not_successful(const json& answer) {
  Finding finding{.verdict = Verdict::refused, .why = {}};
  const auto codes = answer.find("error-codes");
  if (codes == answer.end() || !codes->is_array()) return finding;
  for (const json& code : *codes) {
    if (!code.is_string()) continue;
    const std::string text = code.get<std::string>();
    if (is_no_fault_of_visitors(text)) finding.verdict = Verdict::down;
    finding.why += (finding.why.empty() ? "" : ", ") + printable(text);
  }
  return finding;
}

Finding refused(std::string why) { return {.verdict = Verdict::refused, .why = printable(std::move(why))}; }

/// reCAPTCHA v3 says both, Turnstile the action; hCaptcha neither.
Finding judge_use(const Options& options, std::string_view form, const json& answer) {
  if (options.provider == Provider::hcaptcha) return {.verdict = Verdict::passed, .why = {}};
  if (text_of(answer, "action") != form) return refused("made for the action '" + text_of(answer, "action") + "'");
  if (options.provider == Provider::turnstile) return {.verdict = Verdict::passed, .why = {}};
  const auto score = answer.find("score");
  if (score == answer.end() || !score->is_number()) return refused("no score: the key is not one of version 3");
  if (score->get<double>() < options.minimum_score) return refused("score " + score->dump());
  return {.verdict = Verdict::passed, .why = {}};
}

}  // namespace

Finding judge(const Options& options, std::string_view form, long status, std::string_view body) {
  const json answer = json::parse(body, nullptr, false);
  const auto success = answer.is_object() ? answer.find("success") : answer.end();
  if (!answer.is_object() || success == answer.end() || !success->is_boolean() || status >= 500) {
    return {.verdict = Verdict::down, .why = "HTTP " + std::to_string(status) + " without a verdict"};
  }
  if (!success->get<bool>()) return not_successful(answer);
  const std::string host = text_of(answer, "hostname");
  const bool ours = std::find(options.hostnames.begin(), options.hostnames.end(), host) != options.hostnames.end();
  if (!ours) return refused("made on the host '" + host + "'");
  return judge_use(options, form, answer);
}

}  // namespace lacit::captcha
