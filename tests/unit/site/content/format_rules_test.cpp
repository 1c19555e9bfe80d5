// Each form: what it accepts, what it refuses, and that the schema's pattern says the same.
#include "content/format_rules.h"

#include <doctest/doctest.h>

#include <regex>
#include <string>
#include <vector>

#include "content/href.h"

namespace content = lacit::content;
namespace format_of = lacit::content::format_of;

namespace {

using Texts = std::vector<std::string>;

void check(const content::Format& format, const Texts& accepted, const Texts& refused) {
  const std::regex pattern{std::string(format.pattern)};
  for (const std::string& text : accepted) {
    CAPTURE(text);
    CHECK_FALSE(format.advice(text).has_value());
    CHECK(std::regex_search(text, pattern));
  }
  for (const std::string& text : refused) {
    CAPTURE(text);
    CHECK(format.advice(text).has_value());
    CHECK_FALSE(std::regex_search(text, pattern));
  }
}

}  // namespace

TEST_CASE("content: forms of texts") {
  SUBCASE("slugs and anchors") {
    check(format_of::slug, {"a", "about", "what-is-cit", "404", "1-2"},
          {"", "-a", "a-", "a--b", "A", "a_b", "a/b", "é", " a"});
    check(format_of::anchor, {"a", "calling-911", "contact"}, {"", "1st", "-a", "a-", "a--b", "Contact", "a b"});
    check(format_of::field_name, {"a", "phone_2", "e_mail"}, {"", "2nd", "_a", "e-mail", "Name"});
  }
  SUBCASE("links inside the site") {
    check(format_of::href, {"/", "/about/", "/what-is-cit/#roles", "/#contact", "#contact"},
          {"about", "/about", "about/", "//example.org/", "/About/", "/a--b/", "#", "/#", "#1", "/a/b/", "/about/?x",
           "/../", "\\\\example.org", " /"});
  }
  SUBCASE("links by https") {
    check(format_of::href,
          {"https://example.org", "https://example.org/", "https://a-b.example.org:8443/x?y=1&z=(2)#w",
           "https://example.org?x", "https://example.org/%C3%A9"},
          {"https:", "https://", "https://example", "https://exa mple.org", "https://.org", "https://example.org/ü",
           "https://a@example.org/", "https://example.org/\"", "https://example.org/<", "http://example.org/",
           "HTTPS://example.org", "https://example.org\\@evil.example/"});
  }
  SUBCASE("links by phone, text message and mail") {
    check(format_of::href,
          {"tel:988", "tel:+1-800-662-4357", "tel:1(800)555.0100", "tel:555;ext=12", "sms:988", "sms:741741?&body=HOME",
           "sms:741741?body=HOME%20now", "sms:+1-504-555-0100", "mailto:a@example.org",
           "mailto:a.b%2Bc@mail.example.org?subject=Hello%20you"},
          {"tel:", "tel:+", "tel:abc", "tel:988-", "tel:-988", "tel:988;ext=", "tel:98 8", "sms:", "sms:HOME",
           "sms:741741?text=x", "sms:741741?&body=", "sms:1--", "mailto:", "mailto:a", "mailto:@example.org",
           "mailto:a@example", "mailto:a@example.org?bcc=b@example.org"});
  }
  SUBCASE("schemes that run something or read something") {
    check(format_of::href, {},
          {"javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "vbscript:x",
           "file:///etc/passwd", "blob:https://example.org/x", "ftp://example.org/", "about:blank"});
  }
  SUBCASE("addresses") {
    check(format_of::https, {"https://www.weather.gov/"}, {"", "/", "tel:988", "https://x"});
    check(format_of::origin, {"https://www.example.org", "https://example.org:8443"},
          {"", "https://www.example.org/", "http://www.example.org", "https://example.org?x", "https://example"});
  }
  SUBCASE("colours") {
    check(format_of::color, {"#0B5C63", "#abcdef"}, {"", "#FFF", "0B5C63", "#0B5C6G", "#0B5C633", "white", "#0B5C63 "});
  }
  SUBCASE("time zones and languages") {
    check(format_of::time_zone,
          {"UTC", "America/Chicago", "America/Argentina/Buenos_Aires", "America/Port-au-Prince", "US/Central"},
          {"", "Chicago", "CST", "Central Time", "America", "America/", "America/chicago", "Mars/Base",
           "america/Chicago", "Etc/GMT+5", "EST5EDT", "posix/America/Chicago", "America/../Chicago"});
    check(format_of::language, {"en", "en-US", "fil", "zh-Hant-TW"},
          {"", "e", "english", "EN", "en_US", "en-", "en-u", "en-toolongtag"});
  }
  SUBCASE("pictures") {
    check(format_of::picture,
          {"hero.svg", "a-1_b.webp", "x.jpg", "x.jpeg", "1.png", "IMG_1234.HEIC", "DSC01.JPG", "PXL_2026.MP.jpg",
           "a.Heif", "b.avif"},
          {"", ".svg", "a/b.svg", "../a.svg", "a.gif", "a.svg.exe", "a b.png", "-a.png", "a.pngx", "apng", "a."});
  }
}

TEST_CASE("content: dates") {
  SUBCASE("that exist") {
    for (const char* date : {"2026-12-01", "2028-02-29", "2000-02-29", "1990-01-01", "2100-12-31", "2026-12-31T23:59",
                             "2026-01-01T00:00"}) {
      CAPTURE(date);
      CHECK_FALSE(format_of::date.advice(date).has_value());
    }
  }
  SUBCASE("of the right form that do not exist") {
    for (const char* date : {"0000-01-01", "0207-01-01", "1989-12-31", "2101-01-01", "9999-12-31T10:00", "2026-02-30",
                             "2027-02-29", "2100-02-29", "2026-04-31", "2026-00-01", "2026-13-01", "2026-01-00",
                             "2026-01-01T24:00", "2026-01-01T12:60"}) {
      CAPTURE(date);
      CHECK(format_of::date.advice(date).has_value());
      CHECK(std::regex_search(date, std::regex{std::string(format_of::date.pattern)}));
    }
  }
  SUBCASE("of another form") {
    check(format_of::date, {},
          {"", "2026-1-1", "01/02/2026", "2026-12-01 09:00", "2026-12-01T09:00Z", "2026-12-01T9:00", "tomorrow"});
  }
}

TEST_CASE("content: what a link inside the site points at") {
  const auto target = [](const char* href) { return content::local_target(href); };
  CHECK(target("/")->slug == "home");
  CHECK(target("/about/")->slug == "about");
  CHECK(target("/about/#team")->anchor == "team");
  CHECK(target("/#contact")->slug == "home");
  CHECK(target("#contact")->slug.empty());
  CHECK(target("#contact")->anchor == "contact");
  CHECK_FALSE(target("https://example.org/").has_value());
  CHECK_FALSE(target("tel:988").has_value());
}
