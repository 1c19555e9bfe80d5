#include "settings/settings.h"

#include <doctest/doctest.h>

#include "unit/support/paths.h"

namespace lacit::settings {
namespace {

std::string problems_of(std::string_view text) {
  server::Options options;
  const auto read = settings::read("lacit.toml", text, options);
  return read ? std::string() : read.message();
}

TEST_CASE("keys are read, and what is not named stays as it was") {
  server::Options options;
  REQUIRE(read("x",
               "[server]\nport = 9000\ndatabase = \"postgresql://h/lacit\"\nproxies = "
               "[\"10.0.0.1\"]\n[forms]\nkeep_days = 90\nquota_megabytes = 2\n",
               options));
  CHECK(options.port == 9000);
  CHECK(options.policy.proxies == std::vector<std::string>{"10.0.0.1"});
  CHECK(options.database == "postgresql://h/lacit");
  CHECK(options.keep_days == 90);
  CHECK(options.intake.quota == 2ULL * 1024 * 1024);
  CHECK(options.address == "127.0.0.1");
  CHECK_FALSE(options.intake.viruses.clamd);
  REQUIRE(read("x", "[scan]\nclamd = \"unix:/run/clamd\"\ntimeout = 3\n", options));
  CHECK(options.intake.viruses.clamd->path == "/run/clamd");
  CHECK(options.intake.viruses.timeout == 3);
}

TEST_CASE("the example that is shipped is good") {
  server::Options options;
  const auto done = read_file(tests::tests_folder().parent_path() / "deploy" / "lacit.toml", options);
  CHECK_MESSAGE(done, (done ? "" : done.message()));
}

TEST_CASE("each mistake is told with its place and its remedy, all of them at once") {
  CHECK(problems_of("[server]\nadress = \"x\"\n") ==
        "lacit.toml:2:1: [server] adress is unknown; did you mean \"address\"?");
  CHECK(problems_of("[server]\nport = \"80\"\n") ==
        "lacit.toml:2:8: [server] port must be a whole number from 0 to 65535");
  CHECK(problems_of("[server]\nport = 70000\n") ==
        "lacit.toml:2:8: [server] port must be a whole number from 0 to 65535");
  CHECK(problems_of("[mail]\ntls = \"always\"\n").starts_with("lacit.toml:2:7: [mail] tls cannot be \"always\"; "));
  CHECK(problems_of("[webhook]\nurl = \"http://example.org\"\n")
            .starts_with("lacit.toml:2:7: [webhook] url must begin with https://"));
  CHECK(problems_of("[scan]\nclamd = \"/run/clamd\"\n").starts_with("lacit.toml:2:9: [scan] clamd must be \"unix:/"));
  const std::string captcha =
      problems_of("[captcha]\nprovider = \"turnstile\"\nminimum_score = 2\non_failure = \"no\"\n");
  CHECK(captcha.find("[captcha] minimum_score must be a number from 0 to 1") != std::string::npos);
  CHECK(captcha.find("[captcha] on_failure cannot be \"no\"") != std::string::npos);
  CHECK(captcha.find("[captcha] hostnames must name the hosts") != std::string::npos);
  CHECK(problems_of("[mial]\nserver = \"\"\n") == "lacit.toml:1:1: there is no table [mial]; did you mean \"mail\"?");
  CHECK(problems_of("[forms]\nkeep_days = true\nquota_megabytes = 0\n").find('\n') != std::string::npos);
  CHECK(problems_of("[server\n").starts_with("lacit.toml:1:8: this is no TOML: "));
  const std::string mail = problems_of("[mail]\nserver = \"mail.example.org\"\n");
  CHECK(mail.find("must begin with smtp://") != std::string::npos);
  CHECK(mail.find("to must name who gets the mail") != std::string::npos);
}

TEST_CASE("secrets come from the environment, and what needs one is refused without it") {
  const Environment nothing = [](const char*) -> std::optional<std::string> { return {}; };
  const Environment all = [](const char*) -> std::optional<std::string> { return "a secret of length"; };
  server::Options options;
  options.webhook.url = "https://example.org";
  CHECK(complete(options, nothing).message().find("LACIT_WEBHOOK_SECRET") != std::string::npos);
  options.webhook.url.clear();
  options.intake.captcha.provider = captcha::Provider::turnstile;
  CHECK(complete(options, nothing).message().find("LACIT_CAPTCHA_SECRET") != std::string::npos);
  options.intake.captcha.provider = captcha::Provider::none;
  options.mail.server = "smtp://127.0.0.1";
  options.mail.user = "site";
  CHECK(complete(options, nothing).message().find("LACIT_SMTP_PASSWORD") != std::string::npos);
  options.intake.channels.clear();
  REQUIRE(complete(options, all));
  CHECK(options.mail.password == "a secret of length");
  CHECK(options.intake.channels == std::vector<std::string>{"mail"});
}

}  // namespace
}  // namespace lacit::settings
