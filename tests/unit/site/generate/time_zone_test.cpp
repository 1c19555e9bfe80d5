// Definitions of zones, read back as RFC 5545, 3.6.5 reads them.
#include "generate/time_zone.h"

#include <doctest/doctest.h>

#include <string>

#include "content/date.h"
#include "time_zones/zones.h"

using namespace lacit;

namespace {

std::string component(const std::string& zone, const std::string& first, const std::string& last = "") {
  const std::int64_t begin = content::local_seconds(first);
  return generate::time_zone_component(zone, begin, last.empty() ? begin : content::local_seconds(last));
}

bool mentions(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::size_t count(const std::string& text, const std::string& words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("11.C16: where clocks never change there is one definition, from before every event") {
  CHECK(component("Asia/Kolkata", "2028-02-29T09:00") ==
        "BEGIN:VTIMEZONE\r\nTZID:Asia/Kolkata\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0530\r\n"
        "TZOFFSETTO:+0530\r\nTZNAME:IST\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n");
  CHECK_FALSE(mentions(component("America/Phoenix", "2028-02-29T09:00"), "DAYLIGHT"));
}

TEST_CASE("11.C16: rules that hold around the event are told as rules, from when they began") {
  CHECK(component("Europe/London", "2028-02-29T09:00") ==
        "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nBEGIN:DAYLIGHT\r\nDTSTART:19960331T010000\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nTZNAME:BST\r\n"
        "END:DAYLIGHT\r\nBEGIN:STANDARD\r\nDTSTART:19961027T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
        "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nTZNAME:GMT\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n");
  CHECK(mentions(component("Australia/Lord_Howe", "2028-02-29T09:00"),
                 "BYMONTH=10;BYDAY=1SU\r\nTZOFFSETFROM:+1030\r\nTZOFFSETTO:+1100"));
  CHECK(mentions(component("Europe/Dublin", "2028-02-29T09:00"),
                 "BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nTZNAME:GMT\r\nEND:DAYLIGHT"));
}

TEST_CASE("11.C16: where rules change or never settle every change is told by itself, from standard time on") {
  const std::string moscow = component("Europe/Moscow", "2014-10-26T00:30");
  CHECK(mentions(moscow, "DTSTART:20141026T020000\r\nTZOFFSETFROM:+0400\r\nTZOFFSETTO:+0300\r\nTZNAME:MSK"));
  CHECK_FALSE(mentions(moscow, "RRULE"));
  CHECK(mentions(component("Pacific/Apia", "2011-12-31T09:00"),
                 "DTSTART:20111230T000000\r\nTZOFFSETFROM:-1000\r\nTZOFFSETTO:+1400"));
  CHECK_FALSE(mentions(component("Africa/Casablanca", "2028-02-29T09:00"), "RRULE"));
  CHECK(component("America/Havana", "2005-05-02T09:00")
            .starts_with("BEGIN:VTIMEZONE\r\nTZID:America/Havana\r\nBEGIN:STANDARD"));
  CHECK_FALSE(mentions(component("America/Chicago", "2007-01-10T09:00"), "RRULE"));  // The rules changed that spring.
}

TEST_CASE("11.C16: abbreviations that are no names are left out") {
  CHECK_FALSE(mentions(component("America/Sao_Paulo", "2028-02-29T09:00"), "TZNAME"));
  CHECK(mentions(component("America/Phoenix", "2028-02-29T09:00"), "TZNAME:MST\r\n"));
}

TEST_CASE("11.C16: an event of years has every change within it, beyond 2037 too, where readers know no rules") {
  const std::string text = component("America/Chicago", "2045-01-01T09:00", "2055-12-31T09:00");
  for (int year = 2044; year <= 2056; ++year) {
    CAPTURE(year);
    CHECK(count(text, "DTSTART:" + std::to_string(year) + "03") == 1);
    CHECK(count(text, "DTSTART:" + std::to_string(year) + "11") == 1);
  }
}

TEST_CASE("11.C16: every zone there is can be defined, and an unknown one has nothing") {
  REQUIRE(time_zones::names().size() > 400);
  for (const std::string& zone : time_zones::names()) {
    CAPTURE(zone);
    CHECK(mentions(component(zone, "2028-02-29T09:00"), "TZID:" + zone + "\r\nBEGIN:"));
  }
  CHECK(component("Mars/Base", "2028-02-29T09:00").empty());
}
