// What a whole configuration gives: the file's keys, secrets from the environment, and where messages go.
#include <doctest/doctest.h>

#include "settings/settings.h"
#include "unit/support/paths.h"

namespace lacit::settings {
namespace {

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

TEST_CASE("11.A6: secrets of the environment are whole, and long enough") {
  server::Options options;
  const auto with = [&](const std::string& which, const std::string& value) {
    const auto done = complete(options, [&](const char* name) -> std::optional<std::string> {
      if (which == name) return value;
      return {};
    });
    return done ? std::string() : done.message();
  };
  CHECK(with("LACIT_SECRET", "short").find("openssl rand -hex 32") != std::string::npos);
  CHECK(with("LACIT_SECRET", std::string(32, 'x')).empty());
  CHECK(with("LACIT_SECRET", std::string(40, ' ')).find("openssl rand -hex 32") != std::string::npos);
  CHECK(with("LACIT_SMTP_PASSWORD", "se\x01cret").find("LACIT_SMTP_PASSWORD holds a control character") !=
        std::string::npos);
  CHECK(with("LACIT_SMTP_PASSWORD", "secret\n").find("LACIT_SMTP_PASSWORD holds a line end") != std::string::npos);
}

TEST_CASE("secrets come from the environment, and what needs one is refused without it") {
  const Environment nothing = [](const char*) -> std::optional<std::string> { return {}; };
  const Environment all = [](const char*) -> std::optional<std::string> {
    return "a secret that is long enough for all";
  };
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
  options.intake.routes.clear();
  REQUIRE(complete(options, all));
  CHECK(options.mail.password == "a secret that is long enough for all");
  CHECK(options.intake.routes.empty());  // To nobody.
}

TEST_CASE("11.A4: a message goes to each recipient by a route of its own, and to one that is named twice once") {
  server::Options options;
  options.mail.server = "smtp://127.0.0.1";
  options.mail.letter.to = {"Ann <ann@example.org>", "bea@example.org", "ann@example.org"};
  options.webhook.url = "https://example.org";
  REQUIRE(complete(options,
                   [](const char*) -> std::optional<std::string> { return "a secret that is long enough for all"; }));
  CHECK(options.intake.routes == std::vector<store::Route>{{.channel = "mail", .recipient = "ann@example.org"},
                                                           {.channel = "mail", .recipient = "bea@example.org"},
                                                           {.channel = "webhook"}});
}

}  // namespace
}  // namespace lacit::settings
