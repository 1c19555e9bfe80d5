#include "content/time_zone.h"

#include <doctest/doctest.h>

#include <string>

#include "unit/site/content/fixtures.h"

namespace content = lacit::content;
namespace tests = lacit::tests;

TEST_CASE("11.C16: machines are told a time with its offset") {
  CHECK(content::machine_time("2026-11-14T09:00", "America/Chicago") == "2026-11-14T09:00:00-06:00");
  CHECK(content::machine_time("2026-07-14T09:00", "America/Chicago") == "2026-07-14T09:00:00-05:00");
  CHECK(content::machine_time("2026-07-14T09:00", "Asia/Kolkata") == "2026-07-14T09:00:00+05:30");
  CHECK(content::machine_time("2026-07-14T09:00", "America/St_Johns") == "2026-07-14T09:00:00-02:30");
  CHECK(content::machine_time("2026-07-14T09:00", "UTC") == "2026-07-14T09:00:00+00:00");
  CHECK(content::machine_time("2050-07-14T09:00", "Europe/Dublin") == "2050-07-14T09:00:00+01:00");
  CHECK(content::machine_time("2026-07-14", "America/Chicago") == "2026-07-14");
}

TEST_CASE("11.C16: of a time that comes twice the first is meant (RFC 5545, 3.3.5)") {
  CHECK(content::machine_time("2026-11-01T01:30", "America/Chicago") == "2026-11-01T01:30:00-05:00");
  CHECK(content::machine_time("2026-11-01T02:00", "America/Chicago") == "2026-11-01T02:00:00-06:00");
  CHECK(content::moment_of("2026-11-01T02:00", "America/Chicago") -
            content::moment_of("2026-11-01T01:00", "America/Chicago") ==
        2 * 3600);
}

TEST_CASE("11.C16: a time that clocks skip is told with the one that may be meant") {
  const auto chicago = content::skipped_advice("2027-03-14T02:30", "America/Chicago");
  REQUIRE(chicago.has_value());
  CHECK(chicago->what == "on that day there is no 02:30 in Chicago: clocks go forward over it by 60 minutes");
  CHECK(chicago->mend == "write 03:30, or a time before the change");
  CHECK(content::skipped_advice("2026-10-04T02:10", "Australia/Lord_Howe")->mend ==
        "write 02:40, or a time before the change");
  CHECK(content::skipped_advice("2026-04-24T00:00", "Africa/Cairo")->mend ==
        "write 01:00, or a time before the change");
  for (const char* left_out : {"2011-12-30", "2011-12-30T10:00", "2011-12-30T00:00", "2011-12-30T23:59"}) {
    const auto apia = content::skipped_advice(left_out, "Pacific/Apia");
    REQUIRE(apia.has_value());
    CHECK(apia->what == "that day was left out in Apia");
    CHECK(apia->mend == "write the day before or after it");
  }
  CHECK_FALSE(content::skipped_advice("2026-04-24", "Africa/Cairo").has_value());  // A day without its first hour.
  CHECK_FALSE(content::skipped_advice("2027-03-14T03:00", "America/Chicago").has_value());
  CHECK_FALSE(content::skipped_advice("2027-03-14T02:30", "America/Phoenix").has_value());
}

TEST_CASE("11.C16: a zone that is none is told with the one that may be meant") {
  const auto mend = [](const char* zone) {
    const auto advice = content::time_zone_advice(zone);
    return advice ? advice->mend : "";
  };
  for (const char* zone : {"America/Chcago", "america/chicago", "AMERICA/CHICAGO", "Chicago", "chicago",
                           "American/Chicago", "America\\Chicago", "posix/America/Chicago", "right/America/Chicago"}) {
    CAPTURE(zone);
    CHECK(mend(zone) == "did you mean \"America/Chicago\"?");
  }
  CHECK(mend("New York") == "did you mean \"America/New_York\"?");
  for (const char* zone : {"EST5EDT", "CST", "EST", "GMT", "Etc/GMT+5", "+05:30", "..", "../../etc/passwd",
                           "/etc/localtime", "Central Time", "localtime", "America/"}) {
    CAPTURE(zone);
    CHECK(mend(zone) == "write an area and a city, as in America/Chicago, or UTC");
  }
  for (const char* zone : {"US/Central", "Asia/Calcutta", "Asia/Kolkata", "Europe/London", "UTC",
                           "America/Argentina/Buenos_Aires", "America/North_Dakota/New_Salem", "Antarctica/Troll"}) {
    CAPTURE(zone);
    CHECK(mend(zone).empty());
  }
}

TEST_CASE("11.C16: events end after they start by the clock of the world, not of the wall") {
  const auto problems = [](const std::string& start, const std::string& end) {
    tests::Folder folder = tests::good_but("pages/about.json", "2028-02-29T09:00", start);
    for (content::File& file : folder.files) {
      const std::size_t at = file.bytes.find("2028-02-29T17:00");
      if (at != std::string::npos) file.bytes.replace(at, 16, end);
    }
    return tests::problems_of(folder);
  };
  CHECK(problems("2027-03-14T01:30", "2027-03-14T03:00").empty());
  CHECK(problems("2026-11-01T01:30", "2026-11-01T01:30").empty());
  CHECK(problems("2026-11-01T00:30", "2026-11-01T01:10").empty());
  CHECK(problems("2026-11-01T01:30", "2026-11-01T01:10").find("ends before it starts") != std::string::npos);
  CHECK(problems("2027-03-14T02:30", "2027-03-14T05:00").find("/start: on that day there is no 02:30") !=
        std::string::npos);
  CHECK(problems("2027-03-14T01:30", "2027-03-14T02:00").find("/end: on that day there is no 02:00") !=
        std::string::npos);
}
