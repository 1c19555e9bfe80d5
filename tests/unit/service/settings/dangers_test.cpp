// What a configuration may say that lets strangers in or secrets out.
#include <doctest/doctest.h>

#include "unit/service/settings/problems.h"

namespace lacit::settings {
namespace {

TEST_CASE("11.A6: a network in which strangers are is no proxy") {
  const auto problem = [](const std::string& proxy) {
    return problems_of("[server]\nproxies = [\"127.0.0.1\", \"" + proxy + "\"]\n");
  };
  for (const char* wide : {"0.0.0.0/0", "::/0", "0.0.0.0/1", "128.0.0.0/1", "8.0.0.0/7", "::ffff:0:0/96", "::/64",
                           "2000::/3", "2000::/15", "::ffff:0.0.0.0/97", "f000::/4"}) {
    CAPTURE(wide);
    CHECK(problem(wide).find("», in which strangers are too") != std::string::npos);
  }
  for (const char* own :
       {"10.0.0.0/8", "127.0.0.0/8", "fc00::/7", "fe80::/10", "2001::/16", "::1", "::ffff:10.0.0.0/104"}) {
    CAPTURE(own);
    CHECK(problem(own).empty());
  }
}

TEST_CASE(
    "11.A6: a mail password never crosses the network for everybody to read, and words do so with a warning only") {
  const auto mail = [](const std::string& server, const std::string& tls, const std::string& user) {
    return "[mail]\nserver = \"" + server + "\"\ntls = \"" + tls + "\"\nuser = \"" + user +
           "\"\nfrom = \"a@b.example\"\nto = [\"a@b.example\"]\n";
  };
  const auto warned = [&mail](const std::string& server, const std::string& tls, const std::string& user) {
    server::Options options;
    options.data = "data";
    REQUIRE(settings::read("lacit.toml", mail(server, tls, user), options));
    const auto lines = settings::warnings(options);
    REQUIRE(lines.size() <= 1);
    return lines.empty() ? std::string() : lines.front();
  };
  for (const char* other :
       {"smtp://mail.example.org:587", "smtp://10.0.0.2", "smtp://localhost.example", "smtp://[::2]"}) {
    CAPTURE(other);
    const std::string refused = problems_of(mail(other, "none", "ann"));
    CHECK(refused.starts_with("lacit.toml:3:7: [mail] tls is \"none\", so that the password would cross the network"));
    CHECK(warned(other, "none", "").find("what visitors write can be read on the way") != std::string::npos);
    CHECK(warned(other, "if-offered", "ann").find("can hide the offer") != std::string::npos);
    CHECK(warned(other, "required", "ann").empty());
  }
  for (const char* own : {"smtp://127.0.0.1:25", "smtp://localhost", "smtp://[::1]:25", "smtp://127.0.0.2",
                          "smtp://[::ffff:127.0.0.1]", "smtps://mail.example.org"}) {
    CAPTURE(own);
    for (const char* tls : {"none", "if-offered"}) CHECK(warned(own, tls, "ann").empty());
  }
  CHECK(settings::warnings({}).empty());
}

TEST_CASE("mail that is addressed and has no server is told") {
  server::Options options;
  options.data = "data";
  REQUIRE(settings::read("lacit.toml", "[mail]\nfrom = \"a@b.c\"\nto = [\"a@b.c\"]", options));
  const auto lines = settings::warnings(options);
  REQUIRE(lines.size() == 1);
  CHECK(lines.front().starts_with("[mail] names no server, so that no mail is sent"));
}

TEST_CASE("what is set up for forms and does nothing, since there is no folder for them, is told") {
  for (const auto& [text, named] :
       {std::pair{"[server]\ndatabase = \"postgresql://lacit@db/lacit\"", "the database"},
        {"[mail]\nserver = \"smtp://localhost\"\nfrom = \"a@b.c\"\nto = [\"a@b.c\"]", "[mail]"},
        {"[webhook]\nurl = \"https://hook.example/\"", "[webhook]"}}) {
    server::Options options;
    REQUIRE(settings::read("lacit.toml", text, options));
    const auto lines = settings::warnings(options);
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().find("forms are not served") != std::string::npos);
    CHECK(lines.front().find(std::string("so ") + named + " does nothing; name the folder") != std::string::npos);
    options.data = "data";
    CHECK(settings::warnings(options).empty());
  }
}

}  // namespace
}  // namespace lacit::settings
