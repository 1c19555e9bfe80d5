#include "forms/own_fields.h"

#include <doctest/doctest.h>

using namespace lacit;

TEST_CASE("11.C17: every name that the program gives a field itself is taken, and what contact forms ask is free") {
  namespace own = forms::own_field;
  for (const auto name : {own::trap, own::proof, own::token, own::captcha, own::page, own::attachments}) {
    CAPTURE(name);
    CHECK(forms::is_taken_field_name(name));
  }
  for (const char* name : {"name", "email", "phone", "topic", "message", "consent", "role", "web_site", "attachment"}) {
    CAPTURE(name);
    CHECK_FALSE(forms::is_taken_field_name(name));
  }
}
