// What visitors send, in the page that answers them.
#include "markup/escape.h"

#include <doctest/doctest.h>

#include <string>

using lacit::markup::escaped;

TEST_CASE("11.A5: bytes that are no text come back as U+FFFD") {
  CHECK(escaped("\xFF") == "\uFFFD");
  CHECK(escaped(std::string("a\0b", 3)) == "a\uFFFDb");
  CHECK(escaped("\xC3") == "\uFFFD");
  CHECK(escaped("\xC3\"") == "\uFFFD&quot;");              // What follows is not swallowed.
  CHECK(escaped("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // A surrogate.
  CHECK(escaped("\xF4\x90\x80\x80").find('\xF4') == std::string::npos);
  CHECK(escaped("\x1B[31m\x08") == "\uFFFD[31m\uFFFD");
  CHECK(escaped("José <b> & 😀\r\n\t") == "José &lt;b&gt; &amp; 😀\r\n\t");
}
