#include "server/negotiation.h"

#include <doctest/doctest.h>

#include <string>

using namespace lacit::server;

TEST_CASE("the encoding follows Accept-Encoding with its qualities") {
  CHECK(choose_coding("gzip, deflate, br", true, true) == Coding::brotli);
  CHECK(choose_coding("gzip;q=1.0, br;q=0.5", true, true) == Coding::gzip);
  CHECK(choose_coding("br;q=0, gzip", true, true) == Coding::gzip);
  CHECK(choose_coding("*", true, true) == Coding::brotli);
  CHECK(choose_coding("*;q=0", true, true) == Coding::identity);
  CHECK(choose_coding("", true, true) == Coding::identity);
  CHECK(choose_coding("br", false, true) == Coding::identity);
  CHECK(choose_coding("BR", true, true) == Coding::brotli);
  CHECK(choose_coding("br;q=nonsense", true, true) == Coding::identity);
}

TEST_CASE("11.A2: weights are read as RFC 9110, 12.4.2 has them, q in either case") {
  CHECK(choose_coding("gzip;Q=0", true, true) == Coding::identity);
  CHECK(choose_coding("br;Q=0.1, gzip;q=0.2", true, true) == Coding::gzip);
  CHECK(choose_coding("gzip ; q=0.000", false, true) == Coding::identity);
  CHECK(choose_coding("gzip\t;\tq=0.001", false, true) == Coding::gzip);
  CHECK(choose_coding("*;Q=0", true, true) == Coding::identity);
  CHECK(choose_coding("br;q=0, *", true, true) == Coding::gzip);
  CHECK(choose_coding("identity;q=1, gzip;q=0.5", true, true) == Coding::identity);
  CHECK(choose_coding("identity;q=0.5, gzip;q=0.5", false, true) == Coding::gzip);
  CHECK(choose_coding("identity, br", true, true) == Coding::brotli);
  for (const char* nonsense :
       {"q=1.001", "q=2", "q=0.0001", "q=.5", "q=-1", "q=", "q", "q=1;q=0", "x=1", "q = 1", "q=1x", "q=01"}) {
    CAPTURE(nonsense);
    CHECK(choose_coding("gzip;" + std::string(nonsense), false, true) == Coding::identity);
  }
  CHECK(choose_coding("gzip;", false, true) == Coding::gzip);
}

TEST_CASE("one range is cut to the file; several or nonsense give the whole; one past the end is refused") {
  const auto whole = [](const RangeAnswer& a) { return !a.range && !a.unsatisfiable; };
  const auto is = [](const RangeAnswer& a, std::uint64_t first, std::uint64_t last) {
    return a.range && a.range->first == first && a.range->last == last;
  };
  CHECK(is(parse_range("bytes=0-99", 1000), 0, 99));
  CHECK(is(parse_range("bytes=900-", 1000), 900, 999));
  CHECK(is(parse_range("Bytes=900-", 1000), 900, 999));  // RFC 9110, 14.1
  CHECK(is(parse_range("bytes=900-5000", 1000), 900, 999));
  CHECK(is(parse_range("bytes=-100", 1000), 900, 999));
  CHECK(is(parse_range("bytes=-5000", 1000), 0, 999));
  CHECK(parse_range("bytes=1000-", 1000).unsatisfiable);
  CHECK(parse_range("bytes=-0", 1000).unsatisfiable);
  CHECK(whole(parse_range("bytes=5-2", 1000)));
  CHECK(whole(parse_range("bytes=0-1,5-6", 1000)));
  CHECK(whole(parse_range("bytes=a-b", 1000)));
  CHECK(whole(parse_range("bytes=1-2x", 1000)));
  CHECK(whole(parse_range("lines=1-2", 1000)));
}

TEST_CASE("an entity tag is found in a list, weak or strong") {
  CHECK(names_tag("\"abc\"", "\"abc\""));
  CHECK(names_tag("\"x\", W/\"abc\"", "\"abc\""));
  CHECK(names_tag("*", "\"abc\""));
  CHECK_FALSE(names_tag("\"abcd\"", "\"abc\""));
  CHECK_FALSE(names_tag("\"x,\"abc\",y\"", "\"abc\""));
  CHECK_FALSE(names_tag("*, \"x\"", "\"abc\""));
  CHECK(matches_tag("\"x\" , \"abc\"", "\"abc\""));
  CHECK_FALSE(matches_tag("W/\"abc\"", "\"abc\""));
  CHECK_FALSE(names_tag("", "\"abc\""));
}

TEST_CASE("only hashed names are cached for ever") {
  CHECK(is_immutable("/assets/site.0123456789ab.css"));
  CHECK(is_immutable("/assets/porch.0123456789ab-1280.avif"));
  CHECK_FALSE(is_immutable("/assets/site.css"));
  CHECK_FALSE(is_immutable("/assets/porch.0123456789ab-.avif"));
  CHECK_FALSE(is_immutable("/assets/porch.0123456789ab-1280x.avif"));
  CHECK_FALSE(is_immutable("/assets/porch.0123456789abc.avif"));
  CHECK_FALSE(is_immutable("/assets/site.0123456789zz.css"));
  CHECK_FALSE(is_immutable("/about/site.0123456789ab.css"));
  CHECK(content_type("/assets/lacit.0123456789ab.wasm") == "application/wasm");
  CHECK(content_type("/assets/porch.0123456789ab-1280.avif") == "image/avif");
  CHECK(content_type("/about/index.html") == "text/html; charset=utf-8");
}

TEST_CASE("11.A2: HTML is what Accept says of it, in any case and with any weight") {
  for (const char* page : {"text/html", "TEXT/HTML", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                           "application/json;q=0.5 , text/html ; q=0.001", "text/html;level=1", "text/html;Q=1"}) {
    CAPTURE(page);
    CHECK(lacit::server::accepts_page(page));
  }
  for (const char* other : {"", "*/*", "application/json", "text/html;q=0", "text/html;level=1;Q=0.000", "text/htmlx",
                            "text/plain, \"text/html\"", "text/html;q=nonsense"}) {
    CAPTURE(other);
    CHECK_FALSE(lacit::server::accepts_page(other));
  }
}
