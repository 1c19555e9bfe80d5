// Domains of other scripts. tests/browser/forms/rules.test.mjs holds the browser to the same.
#include "intake/address.h"

#include <doctest/doctest.h>

#include <string>

#include "forms/rules.h"

using lacit::forms::is_email;
using lacit::intake::ascii_address;

TEST_CASE("11.A9: a domain of any script is converted as UTS 46 has it, not transitionally") {
  CHECK(ascii_address("ana@münchen.de") == "ana@xn--mnchen-3ya.de");
  CHECK(ascii_address("ana@MÜNCHEN.de") == "ana@xn--mnchen-3ya.de");
  CHECK(ascii_address("ana@mu\u0308nchen.de") == "ana@xn--mnchen-3ya.de");  // NFD
  CHECK(ascii_address("a@straße.de") == "a@xn--strae-oqa.de");
  CHECK(ascii_address("a@例え。テスト") == "a@xn--r8jz45g.xn--zckzah");
  CHECK(ascii_address("a@ｅｘａｍｐｌｅ．ｏｒｇ") == "a@example.org");
  CHECK(ascii_address("a@נקודה.example") == "a@xn--7dbcb7b9a.example");
  CHECK(ascii_address("a@क्\u200Dष.example") == "a@xn--11b2ezcw70k.example");  // A joiner where the script has one.
  CHECK(ascii_address("a@XN--MNCHEN-3YA.de") == "a@xn--mnchen-3ya.de");
}

TEST_CASE("11.A9: what is ASCII stays as it was written") {
  for (const char* same : {"Ann@Example.ORG", "a@b", "a@", "@", "", "jörg@example.org", "a@1.2.3.4", "a@b..c"}) {
    CAPTURE(same);
    CHECK(ascii_address(same) == same);
  }
}

TEST_CASE("11.A9: what cannot be converted is no address") {
  for (const std::string& bad :
       {std::string("a@-münchen.de"), std::string("a@münchen-.de"), std::string("a@mün_chen.de"),
        std::string("a@xn--zzzzzzzzz99.de"), std::string("a@xn--a.de"), std::string("a@xn--mnchen-3ya!.de"),
        std::string("a@xn--münchen.de"), std::string("a@\u0308a.de"), std::string("a@a\u200Db.de"),
        std::string("a@aא.de"), std::string("a@♥.de"), std::string("a@münchen..de"), std::string("a@münchen.de."),
        std::string("a@ünchen.de@b"), "a@" + std::string(60, 'a') + "ü.de", std::string("a@mün\0chen.de", 14),
        "a@" + std::string(5000, 'a') + "ü.de", std::string("a@\xFFü.de"), std::string("jörg@münchen.de")}) {
    CAPTURE(bad);
    CHECK_FALSE(is_email(ascii_address(bad)));
  }
}

TEST_CASE("11.A9: an address is no longer than mail servers take") {
  std::string domain;
  while (domain.size() < 250) domain += "a.";
  CHECK(is_email("a@" + domain + "org"));
  CHECK_FALSE(is_email("a@" + domain + "orgs"));
  CHECK(is_email(std::string(64, 'a') + "@b"));
  CHECK_FALSE(is_email(std::string(65, 'a') + "@b"));
}
