#include "server/site_path.h"

#include <doctest/doctest.h>

using namespace lacit::server;

TEST_CASE("11.A1: a path is decoded once, and one that no page can have is none") {
  CHECK(decoded_path("/about/?a=b") == "/about/");
  CHECK(decoded_path("/caf%C3%A9/%2541") == "/caf\xC3\xA9/%41");
  CHECK(decoded_path("/.well-known/a..b/...") == "/.well-known/a..b/...");
  CHECK(decoded_path("/;@host/a:b") == "/;@host/a:b");
  for (const char* bad : {"/%0d%0aSet-Cookie:%20evil=1;x=/index.html",
                          "/%0A",
                          "/%0D",
                          "/%00",
                          "/%09/other.example/index.html",
                          "/%1f",
                          "/%7f",
                          "/%C2%85",
                          "/%C2%9F",
                          "/%ff",
                          "/%C0%AE%C0%AE/",
                          "/%ED%A0%80",
                          "//other.example/",
                          "/about//",
                          "/\\other.example/",
                          "/%5cother.example/",
                          "/%2fother.example/",
                          "/about%2findex.html",
                          "/./",
                          "/about/./index.html",
                          "/about/.",
                          "/..",
                          "/about/..",
                          "/%2e%2e/secret",
                          "/.%2e/",
                          "/%2E/about/",
                          "/%",
                          "/%4",
                          "/%zz",
                          "/%%41",
                          "",
                          "*",
                          "about/",
                          "?a"}) {
    CAPTURE(bad);
    CHECK(decoded_path(bad) == "");
  }
}

TEST_CASE("11.A1: Location is encoded anew, begins with one slash, and keeps the query") {
  CHECK(location("/about/", "/about") == "/about/");
  CHECK(location("/about/", "/about?from=mail&x=%20y") == "/about/?from=mail&x=%20y");
  CHECK(location("/caf\xC3\xA9 1/", "/caf%C3%A9%201") == "/caf%C3%A9%201/");
  CHECK(location("/a/", "/a?b=c|d\\[100%]") == "/a/?b=c%7Cd%5C%5B100%25%5D");
  // What never comes here does no harm if it does.
  CHECK(location("//other.example/", "/") == "/other.example/");
  CHECK(location("/\\other.example/", "/") == "/other.example/");
  CHECK(location("/\r\nSet-Cookie: a/", "/?\r\nb#c") == "/%0D%0ASet-Cookie:%20a/?%0D%0Ab");
  CHECK(location("/\t/other.example/", "/") == "/%09/other.example/");
  CHECK(location("", "") == "/");
}
