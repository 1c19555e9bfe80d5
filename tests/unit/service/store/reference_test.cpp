// References as people type them.
#include "store/reference.h"

#include <doctest/doctest.h>

using lacit::store::is_reference;
using lacit::store::meant_reference;
using lacit::store::new_reference;

TEST_CASE("11.A9: a reference is found in any case, with any dash or none, and with letters that look alike") {
  for (const char* typed : {"K7F3-92QD", "k7f3-92qd", "K7f3-92Qd", "k7f392qd", "k7f3 92qd", " k7f3-92qd ",
                            "K7F3\u201392QD", "K7F3\u201192QD", "K7F3\u00A092QD", "K7F3\u221292QD", "K7F3--92QD",
                            "K7F3_92QD", "«K7F3-92QD»", "K7F3-92QD.", "\u200EK7F3-92QD", "K7F3\n92QD"}) {
    CAPTURE(typed);
    CHECK(meant_reference(typed) == "K7F3-92QD");
  }
  CHECK(meant_reference("oil0-1111") == "0110-1111");
}

TEST_CASE("11.A9: what is no reference stays what it is") {
  for (const char* typed : {"", "K7F3-92Q", "K7F3-92QDX", "K7F3-92QU", "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
                            "' OR '1'='1", "%", "*", "K7F3-92QD' --", "Ｋ7F3-92QD"}) {
    CAPTURE(typed);
    CHECK(meant_reference(typed) == typed);
  }
}

TEST_CASE("new references are references") {
  for (int i = 0; i < 100; ++i) CHECK(is_reference(new_reference()));
  CHECK_FALSE(is_reference("k7f3-92qd"));  // In addresses of pages they stand as they were given out.
}
