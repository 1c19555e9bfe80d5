#include "generate/calendar.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "base/utf8.h"
#include "generate/time_zone.h"

using namespace lacit;

namespace {

content::Site site() {
  content::Site site;
  site.name = "Example; the site";
  site.url = "https://www.example.org";
  site.language = "en";
  return site;
}

content::Event event(const std::string& start, const std::string& end = "", const std::string& zone = "") {
  content::Event event;
  event.id = "talk";
  event.name = "A talk";
  event.start = start;
  event.end = end;
  event.time_zone = zone;
  return event;
}

std::string file(const content::Event& event) {
  constexpr generate::Revision revision{.stamp = 1795811400, .sequence = 7};
  return generate::calendar_file(site(), event, "/events/", revision);
}

// As RFC 5545, 3.1 reads a file: lines end with CRLF, and one that begins with a space goes on with the line before.
std::vector<std::string> lines(const std::string& file) {
  std::vector<std::string> found;
  std::istringstream in(file);
  for (std::string line; std::getline(in, line);) {
    REQUIRE(line.ends_with('\r'));
    line.pop_back();
    if (line.starts_with(' ') && !found.empty()) {
      found.back() += line.substr(1);
    } else {
      found.push_back(line);
    }
  }
  return found;
}

bool has(const std::string& file, const std::string& line) {
  const std::vector<std::string> all = lines(file);
  return std::ranges::count(all, line) == 1;
}

bool mentions(const std::string& file, const std::string& text) { return file.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("a calendar file is one event in one calendar, with all that RFC 5545 asks for") {
  const std::string text = file(event("2028-02-29T09:00", "2028-02-29T17:00", "America/Chicago"));
  CHECK(lines(text).front() == "BEGIN:VCALENDAR");
  CHECK(lines(text).back() == "END:VCALENDAR");
  for (const char* line : {"VERSION:2.0", "PRODID:-//Example\\; the site//lacit//en", "BEGIN:VEVENT",
                           "UID:talk@www.example.org", "DTSTAMP:20261127T203000Z", "LAST-MODIFIED:20261127T203000Z",
                           "SEQUENCE:7", "SUMMARY:A talk", "URL:https://www.example.org/events/#talk", "END:VEVENT"}) {
    CAPTURE(line);
    CHECK(has(text, line));
  }
}

TEST_CASE("a time stands in its zone, and the zone is in the file with its summer time") {
  const std::string text = file(event("2028-02-29T09:00", "2028-02-29T17:00", "America/Chicago"));
  CHECK(has(text, "DTSTART;TZID=America/Chicago:20280229T090000"));
  CHECK(has(text, "DTEND;TZID=America/Chicago:20280229T170000"));
  CHECK(has(text, "BEGIN:VTIMEZONE"));
  CHECK(has(text, "TZID:America/Chicago"));
  CHECK(has(text, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"));
  CHECK(has(text, "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"));
  CHECK(mentions(text, "TZOFFSETFROM:-0600\r\nTZOFFSETTO:-0500\r\nTZNAME:CDT\r\nEND:DAYLIGHT"));
  CHECK(mentions(text, "TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0600\r\nTZNAME:CST\r\nEND:STANDARD"));
  CHECK(text.find("END:VTIMEZONE") < text.find("BEGIN:VEVENT"));
}

TEST_CASE("UTC needs no definition, a whole day no zone") {
  const std::string utc = file(event("2028-02-29T09:00", "", "UTC"));
  CHECK(has(utc, "DTSTART:20280229T090000Z"));
  CHECK_FALSE(mentions(utc, "TZID"));
  CHECK_FALSE(mentions(file(event("2028-02-29", "", "Europe/Paris")), "VTIMEZONE"));
}

TEST_CASE("11.C16: every zone is defined in the file that names it") {
  CHECK(has(file(event("2028-02-29T09:00", "", "Europe/Paris")), "DTSTART;TZID=Europe/Paris:20280229T090000"));
  for (const char* zone : {"Europe/London", "Asia/Kolkata", "Europe/Paris", "Pacific/Apia", "US/Central"}) {
    CAPTURE(zone);
    const std::string text = file(event("2028-02-29T09:00", "", zone));
    CHECK(has(text, std::string("TZID:") + zone));
    CHECK(mentions(text, "BEGIN:STANDARD"));
  }
}

TEST_CASE("whole days end on the day after the last, since a calendar's end is no part of the event") {
  const std::string two = file(event("2028-02-28", "2028-02-29", "America/Chicago"));
  CHECK(has(two, "DTSTART;VALUE=DATE:20280228"));
  CHECK(has(two, "DTEND;VALUE=DATE:20280301"));
  CHECK_FALSE(mentions(two, "TZID"));
  CHECK(has(file(event("2027-12-31", "2027-12-31")), "DTEND;VALUE=DATE:20280101"));
  CHECK_FALSE(mentions(file(event("2028-02-28")), "DTEND"));
}

TEST_CASE("an event that ends as it begins says no end: RFC 5545 wants it later than the start") {
  const std::string text = file(event("2028-02-29T09:00", "2028-02-29T09:00", "America/Chicago"));
  CHECK_FALSE(mentions(text, "DTEND"));
}

TEST_CASE("commas, semicolons, backslashes and line ends are escaped, so that no text becomes a property") {
  content::Event talk = event("2028-02-28");
  talk.name = "A, b; c \\ d";
  talk.text = {{.text = "One\r\nATTENDEE:x", .href = {}}, {.text = " two", .strong = true, .href = {}}};
  talk.place = {"Town hall", "1 Main Street, Baton Rouge"};
  const std::string text = file(talk);
  CHECK(has(text, "SUMMARY:A\\, b\\; c \\\\ d"));
  CHECK(has(text, "DESCRIPTION:One\\nATTENDEE:x two"));
  CHECK(has(text, "LOCATION:Town hall\\, 1 Main Street\\, Baton Rouge"));
}

TEST_CASE("lines are folded at 75 bytes and never inside of a character") {
  for (std::size_t shift = 0; shift < 5; ++shift) {
    content::Event talk = event("2028-02-28");
    talk.name = std::string(shift, 'a');
    for (int i = 0; i < 60; ++i) talk.name += "é𝄞";
    const std::string text = file(talk);
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
      CHECK(line.size() - 1 <= 75);
      CHECK(base::valid(line));
    }
    CHECK(has(text, "SUMMARY:" + talk.name));
  }
}
