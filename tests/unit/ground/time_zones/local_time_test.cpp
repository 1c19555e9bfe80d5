// The seam's promises, kept by the system's tzdata natively and by Intl in the WebAssembly build of these tests.
#include "time_zones/local_time.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "content/date.h"
#include "time_zones/zones.h"

namespace zones = lacit::time_zones;
using lacit::content::local_seconds;

namespace {

constexpr int hour = 3600;

/// What the zone's clocks are ahead of UTC at each moment that the local time means.
std::vector<double> hours_ahead(const std::string& zone, const std::string& local) {
  std::vector<double> hours;
  for (const std::int64_t moment : zones::moments_of(zone, local_seconds(local))) {
    hours.push_back(static_cast<double>(local_seconds(local) - moment) / hour);
  }
  return hours;
}

using Hours = std::vector<double>;

}  // namespace

TEST_CASE("11.C16: a zone is known by exactly its name, aliases included") {
  for (const char* zone : {"America/Chicago", "Europe/London", "Asia/Kolkata", "Asia/Calcutta", "US/Central", "UTC",
                           "America/Argentina/Buenos_Aires", "Pacific/Chatham", "America/Ciudad_Juarez"}) {
    CAPTURE(zone);
    CHECK(zones::exists(zone));
  }
  for (const char* zone :
       {"", "America/Chcago", "america/chicago", "America/CHICAGO", "America", "America/", "Mars/Base",
        "../../etc/passwd", "America/../America/Chicago", "/etc/localtime", "localtime"}) {
    CAPTURE(zone);
    CHECK_FALSE(zones::exists(zone));
    CHECK(zones::moments_of(zone, 0).empty());
  }
  CHECK(std::ranges::is_sorted(zones::names()));
  CHECK(std::ranges::count(zones::names(), "America/Chicago") == 1);
}

TEST_CASE("11.C16: a local time means one moment, in winter and summer, on every sort of clock") {
  CHECK(hours_ahead("America/Chicago", "2026-11-14T09:00") == Hours{-6});
  CHECK(hours_ahead("America/Chicago", "2026-07-14T09:00") == Hours{-5});
  CHECK(hours_ahead("Europe/London", "2026-07-14T09:00") == Hours{1});
  CHECK(hours_ahead("Europe/Dublin", "2026-12-14T09:00") == Hours{0});
  CHECK(hours_ahead("Asia/Kolkata", "2026-12-14T09:00") == Hours{5.5});
  CHECK(hours_ahead("Asia/Kathmandu", "2026-12-14T09:00") == Hours{5.75});
  CHECK(hours_ahead("Australia/Lord_Howe", "2026-12-14T09:00") == Hours{11});
  CHECK(hours_ahead("Australia/Lord_Howe", "2026-06-14T09:00") == Hours{10.5});
  CHECK(hours_ahead("Pacific/Kiritimati", "2026-06-14T09:00") == Hours{14});
  CHECK(hours_ahead("America/St_Johns", "2026-01-14T09:00") == Hours{-3.5});
  CHECK(hours_ahead("UTC", "2026-01-14T09:00") == Hours{0});
}

TEST_CASE("11.C16: rules that changed are those of the day, and go on beyond 2037") {
  CHECK(hours_ahead("Europe/Moscow", "2010-01-14T09:00") == Hours{3});
  CHECK(hours_ahead("Europe/Moscow", "2012-01-14T09:00") == Hours{4});
  CHECK(hours_ahead("Europe/Moscow", "2026-01-14T09:00") == Hours{3});
  CHECK(hours_ahead("America/Chicago", "2006-03-20T09:00") == Hours{-6});  // Until 2006 summer began in April.
  CHECK(hours_ahead("America/Mexico_City", "2021-07-14T09:00") == Hours{-5});
  CHECK(hours_ahead("America/Mexico_City", "2026-07-14T09:00") == Hours{-6});
  for (const char* year : {"2038", "2050", "2099", "2100"}) {
    CAPTURE(year);
    CHECK(hours_ahead("America/Chicago", std::string(year) + "-07-14T09:00") == Hours{-5});
    CHECK(hours_ahead("America/Chicago", std::string(year) + "-01-14T09:00") == Hours{-6});
    CHECK(hours_ahead("Europe/Dublin", std::string(year) + "-07-14T09:00") == Hours{1});
    CHECK(hours_ahead("Pacific/Auckland", std::string(year) + "-01-14T09:00") == Hours{13});
  }
}

TEST_CASE("11.C16: a time that clocks skip means none, one that comes twice means two") {
  CHECK(hours_ahead("America/Chicago", "2027-03-14T01:59") == Hours{-6});
  CHECK(hours_ahead("America/Chicago", "2027-03-14T02:00").empty());
  CHECK(hours_ahead("America/Chicago", "2027-03-14T02:59").empty());
  CHECK(hours_ahead("America/Chicago", "2027-03-14T03:00") == Hours{-5});
  CHECK(zones::skipped_at("America/Chicago", local_seconds("2027-03-14T02:30")) == hour);
  CHECK(zones::skipped_at("America/Chicago", local_seconds("2027-03-14T03:00")) == 0);
  CHECK(hours_ahead("America/Chicago", "2026-11-01T01:30") == Hours{-5, -6});
  CHECK(hours_ahead("America/Chicago", "2026-11-01T02:00") == Hours{-6});
  CHECK(hours_ahead("Australia/Lord_Howe", "2026-10-04T02:15").empty());
  CHECK(zones::skipped_at("Australia/Lord_Howe", local_seconds("2026-10-04T02:15")) == hour / 2);
  CHECK(hours_ahead("Australia/Lord_Howe", "2026-10-04T02:30") == Hours{11});
  CHECK(hours_ahead("Africa/Cairo", "2026-04-24T00:30").empty());  // At midnight.
  CHECK(hours_ahead("America/Chicago", "2050-03-13T02:30").empty());
}

TEST_CASE("11.C16: Samoa left out a whole day when it crossed the date line") {
  CHECK(hours_ahead("Pacific/Apia", "2011-12-29T23:59") == Hours{-10});
  CHECK(hours_ahead("Pacific/Apia", "2011-12-30T00:00").empty());
  CHECK(hours_ahead("Pacific/Apia", "2011-12-30T12:00").empty());
  CHECK(hours_ahead("Pacific/Apia", "2011-12-31T00:00") == Hours{14});
}
