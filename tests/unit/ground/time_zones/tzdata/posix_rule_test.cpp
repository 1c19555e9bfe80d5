#include "time_zones/tzdata/posix_rule.h"

#include <doctest/doctest.h>

#include <string>

#include "content/date.h"

namespace zones = lacit::time_zones;

namespace {

zones::Observance at(const std::string& rule, const std::string& utc) {
  const auto parsed = zones::parse_posix_rule(rule);
  REQUIRE(parsed.has_value());
  return zones::observance_of(*parsed, lacit::content::local_seconds(utc));
}

}  // namespace

TEST_CASE("11.C16: the rule behind a zone's last listed change is followed (RFC 9636, 3.3)") {
  const zones::Observance summer = at("CST6CDT,M3.2.0,M11.1.0", "2050-07-01");
  CHECK(summer.offset == -5 * 3600);
  CHECK(summer.daylight);
  CHECK(summer.abbreviation == "CDT");
  CHECK(summer.begin == lacit::content::local_seconds("2050-03-13T08:00"));
  CHECK(summer.end == lacit::content::local_seconds("2050-11-06T07:00"));
  CHECK(at("CST6CDT,M3.2.0,M11.1.0", "2050-12-31T23:59").abbreviation == "CST");
  CHECK(at("CST6CDT,M3.2.0,M11.1.0", "2050-01-01").end == summer.begin);
}

TEST_CASE("11.C16: rules of the south, of Ireland, of half hours, of hours beyond a day and before midnight") {
  CHECK(at("NZST-12NZDT,M9.5.0,M4.1.0/3", "2050-01-01").offset == 13 * 3600);
  CHECK(at("NZST-12NZDT,M9.5.0,M4.1.0/3", "2050-07-01").offset == 12 * 3600);
  CHECK(at("IST-1GMT0,M10.5.0,M3.5.0/1", "2050-01-01").daylight);
  CHECK(at("IST-1GMT0,M10.5.0,M3.5.0/1", "2050-01-01").offset == 0);
  CHECK(at("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2050-06-01").offset == 10 * 3600 + 1800);
  CHECK(at("EET-2EEST,M3.4.4/50,M10.4.4/50", "2050-03-25T23:59").offset == 2 * 3600);
  CHECK(at("EET-2EEST,M3.4.4/50,M10.4.4/50", "2050-03-26T00:00").offset == 3 * 3600);
  CHECK(at("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2050-03-27T00:59").offset == -2 * 3600);
  CHECK(at("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2050-03-27T01:00").offset == -1 * 3600);
  CHECK(at("IST-5:30", "2050-01-01").offset == 5 * 3600 + 1800);
}

TEST_CASE("11.C16: days by number, with and without February 29") {
  CHECK(at("AAA0BBB,J60/0,J300/0", "2048-02-29T23:59").offset == 0);
  CHECK(at("AAA0BBB,J60/0,J300/0", "2048-03-01T00:00").offset == 3600);
  CHECK(at("AAA0BBB,59/0,299/0", "2048-02-29T00:00").offset == 3600);
  CHECK(at("AAA0BBB,59/0,299/0", "2047-03-01T00:00").offset == 3600);
  CHECK(at("AAA0BBB,59/0,299/0", "2047-02-28T23:59").offset == 0);
}

TEST_CASE("11.C16: what is no rule is none") {
  for (const char* text :
       {"", "C", "CST", "CST6CDT", "CST6CDT,", "CST6CDT,M3.2.0", "CST6CDT,M3.2.0,", "CST6CDT,M13.1.0,M1.1.0",
        "CST6CDT,M3.6.0,M11.1.0", "CST6CDT,M3.2.7,M11.1.0", "CST6CDT,J0,J300", "CST6CDT,J366,J300",
        "CST6CDT,M3.2.0,M11.1.0x", "<-03", "CST999999999999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(zones::parse_posix_rule(text).has_value());
  }
}
