// What providers' answers mean. Asking them: tests/server/captcha.test.mjs.
#include <doctest/doctest.h>

#include "captcha/captcha.h"

namespace lacit::captcha {
namespace {

Options options_for(Provider provider) {
  Options options;
  options.provider = provider;
  options.hostnames = {"la-cit.org", "www.la-cit.org"};
  return options;
}

Verdict verdict(Provider provider, std::string_view body, long status = 200) {
  return judge(options_for(provider), "contact", status, body).verdict;
}

TEST_CASE("captcha: reCAPTCHA v3 must name our host, this form and a score that is high enough") {
  const auto of = [](std::string_view body) { return verdict(Provider::recaptcha, body); };
  CHECK(of(R"({"success":true,"hostname":"la-cit.org","action":"contact","score":0.5})") == Verdict::passed);
  CHECK(of(R"({"success":true,"hostname":"www.la-cit.org","action":"contact","score":1})") == Verdict::passed);
  CHECK(of(R"({"success":true,"hostname":"la-cit.org","action":"contact","score":0.49})") == Verdict::refused);
  CHECK(of(R"({"success":true,"hostname":"la-cit.org","action":"login","score":0.9})") == Verdict::refused);
  CHECK(of(R"({"success":true,"hostname":"la-cit.org","score":0.9})") == Verdict::refused);
  CHECK(of(R"({"success":true,"hostname":"la-cit.org","action":"contact"})") == Verdict::refused);
  CHECK(of(R"({"success":true,"hostname":"la-cit.org","action":"contact","score":"1"})") == Verdict::refused);
  CHECK(of(R"({"success":true,"hostname":"la-cit.org.evil.example","action":"contact","score":1})") ==
        Verdict::refused);
  CHECK(of(R"({"success":true,"action":"contact","score":1})") == Verdict::refused);
}

TEST_CASE("captcha: Turnstile says the action and no score, hCaptcha neither") {
  CHECK(verdict(Provider::turnstile, R"({"success":true,"hostname":"la-cit.org","action":"contact"})") ==
        Verdict::passed);
  CHECK(verdict(Provider::turnstile, R"({"success":true,"hostname":"la-cit.org","action":"other"})") ==
        Verdict::refused);
  CHECK(verdict(Provider::hcaptcha, R"({"success":true,"hostname":"la-cit.org"})") == Verdict::passed);
  CHECK(verdict(Provider::hcaptcha, R"({"success":true,"hostname":"example.org"})") == Verdict::refused);
}

TEST_CASE("captcha: 29: a refused visitor and a broken provider are told apart") {
  const auto of = [](std::string_view body, long status = 200) { return verdict(Provider::turnstile, body, status); };
  CHECK(of(R"({"success":false,"error-codes":["invalid-input-response"]})") == Verdict::refused);
  CHECK(of(R"({"success":false,"error-codes":["timeout-or-duplicate"]})") == Verdict::refused);
  CHECK(of(R"({"success":false})", 400) == Verdict::refused);
  CHECK(of(R"({"success":false,"error-codes":["invalid-input-secret"]})") == Verdict::down);
  CHECK(of(R"({"success":false,"error-codes":["internal-error"]})") == Verdict::down);
  CHECK(of("<html>Bad gateway", 502) == Verdict::down);
  CHECK(of(R"({"success":true,"hostname":"la-cit.org","action":"contact"})", 503) == Verdict::down);
  for (const char* nonsense : {"", "null", "[]", "true", "{}", R"({"success":"true"})", R"({"success":1})"}) {
    CHECK_MESSAGE(of(nonsense) == Verdict::down, nonsense);
  }
  const Finding odd = judge(options_for(Provider::turnstile), "contact", 200,
                            "{\"success\":false,\"error-codes\":[\"a\\nb\",7,\"\\u00e4\"]}");
  CHECK(odd.verdict == Verdict::refused);
  CHECK(odd.why == "a?b, ??");  // One line of a log.
}

TEST_CASE("captcha: names lead back to their providers") {
  for (const Provider provider : {Provider::none, Provider::recaptcha, Provider::hcaptcha, Provider::turnstile}) {
    CHECK(provider_named(name_of(provider)) == provider);
    CHECK(field_of(provider).empty() == (provider == Provider::none));
    CHECK(sources_of(provider).script.empty() == (provider == Provider::none));
  }
  CHECK_FALSE(provider_named("altcha"));
}

}  // namespace
}  // namespace lacit::captcha
