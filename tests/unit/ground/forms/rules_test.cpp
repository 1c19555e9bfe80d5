#include "forms/rules.h"

#include <doctest/doctest.h>

#include <array>

using lacit::forms::check;
using lacit::forms::clean;
using lacit::forms::Fault;
using lacit::forms::FieldRule;
using lacit::forms::FieldType;

namespace {

FieldRule rule(FieldType type, bool required = false, std::uint32_t most = 0) {
  return {.name = "x", .type = type, .required = required, .max_length = most, .options = {"general", "media"}};
}

}  // namespace

TEST_CASE("an e-mail address is what every browser takes for one") {
  for (const char* good : {"a@b", "a.b+c@example.org", "x@localhost", "!#$%&'*+/=?^_`{|}~-@a-b.c9", ".a.@b.c"}) {
    CAPTURE(good);
    CHECK(check(rule(FieldType::email), good) == Fault::none);
  }
  for (const char* bad :
       {"a", "@b", "a@", "a b@c.d", "a@b..c", "a@-b.c", "a@b-.c", "a@b_c.d", "a@b@c", "a@b.c.", "ä@b.c"}) {
    CAPTURE(bad);
    CHECK(check(rule(FieldType::email), bad) == Fault::email);
  }
  CHECK(check(rule(FieldType::email), "a@" + std::string(63, 'b')) == Fault::none);
  CHECK(check(rule(FieldType::email), "a@" + std::string(64, 'b')) == Fault::email);
}

TEST_CASE("17: a line end never gets into a field of one line, and so into no header") {
  CHECK(clean(FieldType::text, "Ann\r\nBcc: all@example.org") == "AnnBcc: all@example.org");
  CHECK(clean(FieldType::email, " a@b.c\r\n") == "a@b.c");
  CHECK(clean(FieldType::select, "gen\neral") == "general");
  CHECK(clean(FieldType::textarea, "one\r\ntwo\rthree\n") == "one\ntwo\nthree\n");
}

TEST_CASE("phone numbers may be grouped in every usual way") {
  for (const char* good : {"5045550134", "504 555 0134", "(504) 555-0134", "+1 (504) 555-0134", "504.555.0134 x12",
                           "504-555-0134 ext. 7", "+49 (0) 30/1234567", "1234567"}) {
    CAPTURE(good);
    CHECK(check(rule(FieldType::tel), good) == Fault::none);
  }
  for (const char* bad : {"123456", "1234567890123456", "call me", "504 555 0134 x", "504 555 0134 x1234567",
                          "++15045550134", "504_555_0134"}) {
    CAPTURE(bad);
    CHECK(check(rule(FieldType::tel), bad) == Fault::phone);
  }
}

TEST_CASE("lengths count as JavaScript counts") {
  CHECK(check(rule(FieldType::textarea, false, 4), "äöüß") == Fault::none);
  CHECK(check(rule(FieldType::textarea, false, 4), "\U0001F600\U0001F600") == Fault::none);
  CHECK(check(rule(FieldType::textarea, false, 4), "\U0001F600\U0001F600.") == Fault::too_long);
  CHECK(check(rule(FieldType::textarea), std::string(10000, 'a')) == Fault::none);
  CHECK(check(rule(FieldType::textarea), std::string(10001, 'a')) == Fault::too_long);
}

TEST_CASE("15: what no browser sends is told, not stored") {
  CHECK(check(rule(FieldType::text), std::string("a\0b", 3)) == Fault::characters);
  CHECK(check(rule(FieldType::text), "\xC3\x28") == Fault::characters);
  CHECK(check(rule(FieldType::textarea), "bell \x07") == Fault::characters);
  CHECK(check(rule(FieldType::select), "secret") == Fault::option);
  CHECK(check(rule(FieldType::checkbox), "yes") == Fault::option);
}

TEST_CASE("only what is required has to be there") {
  CHECK(check(rule(FieldType::text, true), "") == Fault::required);
  CHECK(check(rule(FieldType::checkbox, true), "") == Fault::consent);
  CHECK(check(rule(FieldType::checkbox, true), "on") == Fault::none);
  for (const FieldType type : {FieldType::text, FieldType::email, FieldType::tel, FieldType::select,
                               FieldType::textarea, FieldType::checkbox}) {
    CHECK(check(rule(type), "") == Fault::none);
  }
}
