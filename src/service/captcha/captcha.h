// The check against spam by a provider, instead of a proof of work: one adapter, since reCAPTCHA v3, hCaptcha and
// Turnstile all take `secret, response, remoteip` and answer `success, hostname, error-codes` (+ `score, action`).
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lacit::captcha {

enum class Provider : std::uint8_t { none, recaptcha, hcaptcha, turnstile };

/// As configuration and content name them.
inline constexpr std::string_view provider_names[] = {"none", "recaptcha", "hcaptcha", "turnstile"};
[[nodiscard]] std::string_view name_of(Provider provider);
[[nodiscard]] std::optional<Provider> provider_named(std::string_view name);

/// The form's field that the provider's own script fills in.
[[nodiscard]] std::string_view field_of(Provider provider);
/// Where tokens are verified.
[[nodiscard]] std::string_view verify_url_of(Provider provider);
/// What a page's policy must allow beside itself for the provider's script to run.
struct Sources {
  std::string_view script, frame, style, connect;
};
[[nodiscard]] Sources sources_of(Provider provider);

struct Options {
  Provider provider = Provider::none;
  std::string site_key, secret;
  std::string verify_url;              ///< Empty: the provider's own.
  std::vector<std::string> hostnames;  ///< Of the pages on which tokens may have been made.
  double minimum_score = 0.5;          ///< reCAPTCHA v3: from 0, a program, to 1, a person.
  bool accept_when_down = true;        ///< Or refuse what nobody can verify (form-backend 29).
  int timeout = 5;                     ///< Seconds.
};

enum class Verdict : std::uint8_t {
  passed,
  refused,  ///< By the provider, or made for another site or another form.
  down,     ///< No answer, none that can be read, or one that says that our own set-up is wrong.
};

struct Finding {
  Verdict verdict = Verdict::down;
  std::string why;  ///< For the log, printable: codes, never a token.
};

/// What a provider's answer means for a form. Pure.
[[nodiscard]] Finding judge(const Options& options, std::string_view form, long status, std::string_view body);

/// Asks the provider, which blocks up to the time limit. One that does not answer is left alone for half a minute.
class Captcha {
 public:
  explicit Captcha(Options options) : options_(std::move(options)) {}

  [[nodiscard]] Finding verify(const std::string& token, const std::string& address, std::string_view form);
  [[nodiscard]] const Options& options() const { return options_; }

 private:
  using Time = std::chrono::steady_clock::time_point;
  const Options options_;
  std::atomic<Time> silent_until_{Time()};
};

}  // namespace lacit::captcha
