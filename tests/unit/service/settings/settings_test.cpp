#include <doctest/doctest.h>

#include "settings/values.h"
#include "unit/service/settings/problems.h"

namespace lacit::settings {
namespace {

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

/// The one problem of one line in one table.
std::string problem_of(const std::string& table, const std::string& line) {
  return problems_of("[" + table + "]\n" + line + "\n");
}

TEST_CASE("11.A6: a table is a table, and stands once") {
  CHECK(problems_of("[[mail]]\nserver = \"smtp://a.example\"\n")
            .starts_with("lacit.toml:1:1: there is one table [mail], "));
  CHECK(problems_of("mail = []\n")
            .starts_with("lacit.toml:1:8: mail must be a table; write [mail] on a line of its own"));
  CHECK(problems_of("server = 1\n").starts_with("lacit.toml:1:10: server must be a table; write [server] "));
  CHECK(problems_of("server = \"x\"\n").starts_with("lacit.toml:1:10: server must be a table"));
  CHECK(problems_of("[mail]\n[mail]\n").starts_with("lacit.toml:2:"));
  CHECK(problems_of("[server]\nport = 1\nport = 2\n").starts_with("lacit.toml:3:"));
  CHECK(problems_of("port = 80\n").starts_with("lacit.toml:1:"));
  CHECK(problems_of("[forms.more]\nx = 1\n").find("[forms] more is unknown") != std::string::npos);
  CHECK(problems_of("[server]\nport = [80]\n").find("must be a whole number") != std::string::npos);
  CHECK(problems_of("").empty());
}

TEST_CASE("11.A6: a number is whole, finite and in its range") {
  for (const char* bad :
       {"nan", "inf", "-inf", "-1", "1.5", "20.0", "1e3", "\"20\"", "9223372036854775807", "100001", "true"}) {
    CAPTURE(bad);
    CHECK(problem_of("forms", std::string("posts_per_hour = ") + bad) ==
          "lacit.toml:2:18: [forms] posts_per_hour must be a whole number from 0 to 100000");
  }
  for (const char* bad : {"nan", "-nan", "inf", "-inf", "1.01", "-0.01", "\"0.5\""}) {
    CAPTURE(bad);
    CHECK(problem_of("captcha", std::string("minimum_score = ") + bad) ==
          "lacit.toml:2:17: [captcha] minimum_score must be a number from 0 to 1");
  }
  CHECK(problem_of("captcha", "minimum_score = 1").empty());
  CHECK(problem_of("delivery", "first_pause = 100\nlongest_pause = 99")
            .starts_with("lacit.toml:3:17: [delivery] longest_pause makes the longest pause shorter"));
  for (const char* bad : {"", "-1", "+1", " 1", "1 ", "0x10", "1e3", "99999", "18446744073709551616", "nan", "1,000"}) {
    CAPTURE(bad);
    CHECK_FALSE(whole_number(bad, 0, 65535));
  }
  CHECK(whole_number("65535", 0, 65535).value() == 65535);
}

TEST_CASE("11.A6: texts say something, in one line") {
  CHECK(problem_of("server", "data = \"\"").starts_with("lacit.toml:2:8: [server] data is empty; "));
  CHECK(problem_of("server", "site = \"\"").starts_with("lacit.toml:2:8: [server] site is empty; "));
  CHECK(problem_of("server", "data = \"/srv\\u0000/x\"").find("holds a control character") != std::string::npos);
  CHECK(problem_of("mail", "user = \"a\\nb\"").find("holds a control character") != std::string::npos);
  CHECK(problem_of("mail", "to = [\"a@example.org\\r\\nBcc: b@example.org\"]").find("holds a control character") !=
        std::string::npos);
}

TEST_CASE("11.A6: an address to listen on is one, and a proxy is an address or a network") {
  for (const char* good : {"127.0.0.1", "::1", "0.0.0.0", "::", "fe80::1%eth0"}) {
    CHECK(problem_of("server", "address = \"" + std::string(good) + "\"").empty());
  }
  for (const char* bad : {"localhost", "127.1", "127.0.0.1:80", "[::1]", "10.0.0.0/8", "*"}) {
    CAPTURE(bad);
    CHECK(problem_of("server", "address = \"" + std::string(bad) + "\"")
              .starts_with("lacit.toml:2:11: [server] address is no IP address"));
  }
  CHECK(problem_of("server", R"(proxies = ["10.0.0.0/8", "2001:db8::/32", "127.0.0.1", "::ffff:10.0.0.1"])").empty());
  CHECK(problem_of("server", R"(proxies = ["nginx"])").find("neither an address nor a network") != std::string::npos);
  CHECK(problem_of("server", R"(proxies = ["10.0.0.0/33"])").find("«10.0.0.0/33»") != std::string::npos);
  CHECK(problem_of("server", R"(proxies = ["10.1.2.3/8"])")
            .ends_with("write \"10.0.0.0/8\" for the network or \"10.1.2.3\" for the machine"));
  CHECK(problem_of("server", "database = \"mysql://h/d\"")
            .starts_with("lacit.toml:2:12: [server] database names no PostgreSQL"));
  CHECK(problem_of("scan", "clamd = \"tcp:localhost:3310\"").find("with a numeric address") != std::string::npos);
  CHECK(problem_of("scan", "clamd = \"tcp:dead.beef:3310\"").find("with a numeric address") != std::string::npos);
  CHECK(problem_of("scan", "clamd = \"tcp:[::1]:3310\"").empty());
}

TEST_CASE("11.A6: an origin is what browsers send, letter by letter; what would be right is told") {
  for (const char* good : {"https://partner.example", "http://partner.example:8080", "https://xn--mnchen-3ya.example",
                           "https://[2001:db8::1]", "https://192.0.2.7:8443"}) {
    CAPTURE(good);
    CHECK(problem_of("forms", "allow_origins = [\"" + std::string(good) + "\"]").empty());
  }
  const std::vector<std::pair<std::string, std::string>> mends = {
      {"https://Partner.Example", "https://partner.example"},
      {"HTTPS://partner.example", "https://partner.example"},
      {"https://partner.example/", "https://partner.example"},
      {"https://partner.example/forms", "https://partner.example"},
      {"https://partner.example:443", "https://partner.example"},
      {"http://partner.example:80", "http://partner.example"},
      {"https://partner.example.", "https://partner.example"},
      {"https://ann@partner.example", "https://partner.example"},
      {"https://münchen.example", "https://xn--mnchen-3ya.example"},
      {"https://0x7f.1", "https://127.0.0.1"},
      {"https://[2001:db8:0:0::1]", "https://[2001:db8::1]"},
      {"https://partner.example?x", "https://partner.example"},
      {"https://partner.example:08443", "https://partner.example:8443"}};
  for (const auto& [bad, mend] : mends) {
    const std::string& written = bad;  // Clang 14 captures no structured bindings (C++20 lets it).
    CAPTURE(written);
    CHECK(problem_of("forms", "allow_origins = [\"" + bad + "\"]") ==
          "lacit.toml:2:17: [forms] allow_origins has «" + bad + "», which no browser sends; write \"" + mend + "\"");
  }
  for (const char* bad :
       {"*", "null", "partner.example", "https://*.partner.example", "https://", "ftp://partner.example", "",
        "https://a b.example", "https:partner.example", "https:///partner.example", "https://a..example",
        "https://partner.example:99999", "https://partner.example\\\\@evil.example"}) {
    CAPTURE(bad);
    CHECK(problem_of("forms", "allow_origins = [\"" + std::string(bad) + "\"]").find("write") != std::string::npos);
    if (std::string_view(bad).size() < 5) {
      CHECK(problem_of("forms", "allow_origins = [\"" + std::string(bad) + "\"]").find("\"https://partner.example\"") !=
            std::string::npos);
    }
  }
}

TEST_CASE("11.A6: secrets go to https, or to this machine itself and to nothing that looks like it") {
  for (const char* good :
       {"https://example.org/hook?x=1", "http://127.0.0.1:9000/hook", "http://localhost/hook", "http://[::1]:9000/",
        "http://127.9.9.9", "http://[::ffff:127.0.0.1]/", "http://LOCALHOST/", "https://münchen.example/"}) {
    CAPTURE(good);
    CHECK(problem_of("webhook", "url = \"" + std::string(good) + "\"").empty());
    CHECK(problem_of("captcha", "verify_url = \"" + std::string(good) + "\"").empty());
  }
  for (const char* bad : {"http://127.0.0.1@evil.example/",
                          "http://localhost:80@evil.example/",
                          "http://localhost.evil.example/",
                          "http://127.0.0.1.evil.example/",
                          "http://127.0.0.1.:80/",
                          "http://127.0.0.1%2eevil.example/",
                          "http://localhost\\\\@evil.example/",
                          "http://evil.example#127.0.0.1",
                          "http://evil.example/127.0.0.1",
                          "https://ann:secret@example.org/",
                          "https://@example.org/",
                          "http://[::1%25eth0]/",
                          "http://[::2]/",
                          "http://126.0.0.1/",
                          "http://0.0.0.0/",
                          "ftp://127.0.0.1/",
                          "file:///etc/passwd",
                          "https://",
                          "https:///x",
                          "https:example.org",
                          "//example.org",
                          "example.org",
                          "https://a b/",
                          "https://a:99999/",
                          "https://a..b/"}) {
    CAPTURE(bad);
    CHECK(problem_of("webhook", "url = \"" + std::string(bad) + "\"").starts_with("lacit.toml:2:7: [webhook] url "));
    CHECK(problem_of("captcha", "verify_url = \"" + std::string(bad) + "\"")
              .starts_with("lacit.toml:2:14: [captcha] verify_url "));
  }
}

TEST_CASE("11.A6: a mail server is a host with a port, addresses are addresses, host names are names") {
  const auto mail = [](const std::string& server) {
    return problem_of(
        "mail", "server = \"" + server + "\"\nfrom = \"LA CIT <site@example.org>\"\nto = [\"staff@example.org\"]");
  };
  for (const char* good :
       {"smtp://mail.example.org", "smtps://mail.example.org:465", "smtp://[::1]:2525", "smtp://127.0.0.1:25/"}) {
    CAPTURE(good);
    CHECK(mail(good).empty());
  }
  for (const char* bad :
       {"mail.example.org", "smtp:mail.example.org", "smtp://", "smtp://mail.example.org:99999",
        "https://mail.example.org", "smtp://ann:secret@mail.example.org", "smtp://mail.example.org/inbox",
        "smtp://mail.example.org?x", "smtp://mail example.org", "smtp://ann;AUTH=PLAIN@mail.example.org"}) {
    CAPTURE(bad);
    CHECK(mail(bad).starts_with("lacit.toml:2:10: [mail] server "));
  }
  const std::string bad = problem_of(
      "mail", "server = \"smtp://a.example\"\nfrom = \"site\"\nto = [\"staff@\", \"Staff <a b@example.org>\"]");
  CHECK(bad.find("3:8: [mail] from must be the address") != std::string::npos);
  CHECK(bad.find("«staff@», which is no address") != std::string::npos);
  CHECK(bad.find("«Staff <a b@example.org>», which is no address") != std::string::npos);
  for (const char* host :
       {"https://www.example.org", "www.example.org/", "WWW.example.org", "www.example.org:443", "*", "", "a b"}) {
    CAPTURE(host);
    CHECK(problem_of("captcha", "hostnames = [\"" + std::string(host) + "\"]")
              .find("which is no host's name; write \"www.example.org\"") != std::string::npos);
  }
}

TEST_CASE("11.A6: what can never be reached is refused: port 0, ports and IPv4 numbers that are too large") {
  for (const char* host : {"e.example:0", "e.example:00", "999.1.1.1", "256.256.256.256", "1.2.3.4.5", "1.2.3.256",
                           "e.0x1ff", "e.1", "[::1]:0"}) {
    CAPTURE(host);
    const std::string at(host);
    CHECK(
        problem_of("webhook", "url = \"https://" + at + "/\"").starts_with("lacit.toml:2:7: [webhook] url is no URL"));
    CHECK(problem_of("captcha", "verify_url = \"https://" + at + "/\"").find("verify_url is no URL") !=
          std::string::npos);
    CHECK(problem_of("forms", "allow_origins = [\"https://" + at + "\"]").find("which is no origin") !=
          std::string::npos);
    CHECK(problem_of("mail", "server = \"smtp://" + at + "\"").find("[mail] server is no URL") != std::string::npos);
  }
  for (const char* place : {"localhost:99999", "localhost:0", "a:5432,b:70000", "localhost/d?port=99999"}) {
    CAPTURE(place);
    CHECK(problem_of("server", "database = \"postgresql://" + std::string(place) + "\"")
              .starts_with("lacit.toml:2:12: [server] database names no PostgreSQL"));
  }
  for (const char* place :
       {"localhost/d", "localhost:5432/d", "u:p%40@[::1]:1/d", "a:5432,b:65535/d", "/d?host=/run"}) {
    CAPTURE(place);
    CHECK(problem_of("server", "database = \"postgresql://" + std::string(place) + "\"").empty());
  }
}

TEST_CASE("11.A6: an IPv6 origin is written as browsers write it, in groups alone") {
  const std::vector<std::pair<std::string, std::string>> mends = {{"::FFFF:1.2.3.4", "::ffff:102:304"},
                                                                  {"::1.2.3.4", "::102:304"},
                                                                  {"64:ff9b::192.0.2.33", "64:ff9b::c000:221"},
                                                                  {"0:0:0:0:0:0:0:0", "::"},
                                                                  {"1:0:0:0:0:0:0:0", "1::"},
                                                                  {"1:0:0:2:0:0:0:3", "1:0:0:2::3"}};
  for (const auto& [bad, mend] : mends) {
    const std::string& written = bad;  // Clang 14 captures no structured bindings (C++20 lets it).
    CAPTURE(written);
    CHECK(problem_of("forms", "allow_origins = [\"http://[" + bad + "]\"]")
              .ends_with("which no browser sends; write \"http://[" + mend + "]\""));
    CHECK(problem_of("forms", "allow_origins = [\"http://[" + mend + "]\"]").empty());
  }
}

TEST_CASE("11.A6: a choice that is left empty is none") {
  CHECK(problem_of("mail", "tls = \"\"") ==
        "lacit.toml:2:7: [mail] tls cannot be \"\"; use none, if-offered or required");
  CHECK(problem_of("captcha", "provider = \"\"").starts_with("lacit.toml:2:12: [captcha] provider cannot be \"\"; "));
  CHECK(problem_of("captcha", "on_failure = \"\"").find("on_failure cannot be \"\"") != std::string::npos);
}

TEST_CASE("11.A6: mail goes to one mailbox a text; a domain beyond ASCII is converted as a visitor's is") {
  const std::string server = "[mail]\nserver = \"smtp://a.example\"\n";
  for (const char* bad : {"Ann <ann@b.example>, Bob <bob@d.example>", "A <a@b.example", "<a@b.example> x",
                          "a@b.example; c@d.example", "a@xn--.example", "ä@b.example"}) {
    CAPTURE(bad);
    const std::string text(bad);
    CHECK(problems_of(server + "from = \"s@a.example\"\nto = [\"ok@b.example\", \"" + text + "\"]") ==
          "lacit.toml:4:6: [mail] to has «" + text +
              "», which is no address; write each on its own, a name with a comma in quotes: "
              "['\"Ann, Bo\" <ann@example.org>']");
    CHECK(problems_of(server + "from = \"" + text + "\"\nto = [\"ok@b.example\"]")
              .starts_with("lacit.toml:3:8: [mail] from must be the address"));
  }
  server::Options options;
  REQUIRE(
      read("x", server + "from = \"Ana <ana@münchen.de>\"\nto = [\"a@münchen.de\", \"B <b@MÜNCHEN.de>\"]", options));
  CHECK(options.mail.letter.from == "Ana <ana@xn--mnchen-3ya.de>");
  CHECK(options.mail.letter.to == std::vector<std::string>{"a@xn--mnchen-3ya.de", "B <b@xn--mnchen-3ya.de>"});
}

}  // namespace
}  // namespace lacit::settings
