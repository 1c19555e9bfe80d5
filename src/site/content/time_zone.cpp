#include "content/time_zone.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "base/suggest.h"
#include "content/date.h"
#include "content/problem.h"
#include "content/scan.h"
#include "time_zones/local_time.h"
#include "time_zones/zones.h"

namespace lacit::content {

const std::string_view time_zone_pattern =
    "^(UTC|(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Europe|Indian|Mexico|Pacific|"
    "US)(/[A-Z][A-Za-z_-]*)+)$";

namespace {

/// The regions of the database's names since 1993, and the countries whose older names are still in it.
constexpr std::size_t regions = 10;
constexpr std::array<std::string_view, regions + 5> areas{
    "Africa/", "America/", "Antarctica/", "Arctic/", "Asia/",  "Atlantic/", "Australia/", "Europe/",
    "Indian/", "Pacific/", "Brazil/",     "Canada/", "Chile/", "Mexico/",   "US/"};

bool has_zone_form(std::string_view zone) {
  if (zone == "UTC") return true;
  Scan scan(zone);
  if (std::ranges::none_of(areas, [&scan](std::string_view area) { return scan.literal(area); })) return false;
  do {
    if (!scan.one("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) return false;
    scan.some("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");
  } while (scan.literal("/"));
  return scan.done();
}

std::string_view place_of(std::string_view zone) { return zone.substr(zone.rfind('/') + 1); }

/// The zone whose name is near, or whose place is: `Chicago`.
std::string_view nearest_zone(std::string_view written) {
  if (place_of(written).empty()) return {};
  std::vector<std::string_view> known;
  std::vector<std::string_view> places;
  for (const std::string_view zone : time_zones::names()) {
    const auto begins = [zone](std::string_view area) { return zone.starts_with(area); };
    if (!has_zone_form(zone) || std::none_of(areas.begin(), areas.begin() + regions, begins)) continue;
    known.push_back(zone);
    places.push_back(place_of(zone));
  }
  if (const std::string_view near = base::nearest(written, known); !near.empty()) return near;
  constexpr std::size_t shortest = 4;  // Three letters are an abbreviation, which is near to anything.
  if (place_of(written).size() < shortest) return {};
  const std::string_view place = base::nearest(place_of(written), places);
  const auto found = std::ranges::find(places, place);
  return place.empty() ? place : known[static_cast<std::size_t>(found - places.begin())];
}

}  // namespace

std::optional<base::Error> time_zone_advice(std::string_view zone) {
  const bool formed = has_zone_form(zone);
  if (formed && time_zones::exists(zone)) return {};
  if (time_zones::names().empty()) return base::Error{"this machine knows no time zones", "install the package tzdata"};
  const std::string_view near = nearest_zone(zone);
  return base::Error{
      formed ? "there is no time zone \"" + excerpt(zone) + "\"" : "«" + excerpt(zone) + "» is no time zone",
      near.empty() ? "write an area and a city, as in America/Chicago, or UTC"
                   : "did you mean \"" + std::string(near) + "\"?"};
}

std::optional<base::Error> skipped_advice(std::string_view date, std::string_view zone) {
  constexpr std::int64_t noon = 12L * 60 * 60;
  const std::int64_t local = local_seconds(date) + (has_time(date) ? 0 : noon);
  const std::int64_t skipped = time_zones::skipped_at(zone, local);
  if (skipped <= 0) return {};
  const std::string place(place_of(zone));
  constexpr std::int64_t day = 24L * 60 * 60;
  if (!has_time(date) || skipped >= day) {
    return base::Error{"that day was left out in " + place, "write the day before or after it"};
  }
  const std::int64_t minutes = (local + skipped) % day / 60;
  std::array<char, 8> meant{};
  std::snprintf(meant.data(), meant.size(), "%02d:%02d", static_cast<int>(minutes / 60),
                static_cast<int>(minutes % 60));
  return base::Error{"on that day there is no " + std::string(date.substr(11)) + " in " + place +
                         ": clocks go forward over it by " + std::to_string(skipped / 60) + " minutes",
                     "write " + std::string(meant.data()) + ", or a time before the change"};
}

std::int64_t moment_of(std::string_view date, std::string_view zone) {
  const std::int64_t local = local_seconds(date);
  if (!has_time(date)) return local;
  const std::vector<std::int64_t> moments = time_zones::moments_of(zone, local);
  return moments.empty() ? local : moments.front();
}

std::string machine_time(std::string_view date, std::string_view zone) {
  if (!has_time(date)) return std::string(date);
  if (!time_zones::exists(zone)) return std::string(date) + ":00";
  const std::int64_t offset = (local_seconds(date) - moment_of(date, zone)) / 60;
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "%c%02d:%02d", offset < 0 ? '-' : '+',
                static_cast<int>(std::abs(offset) / 60 % 24), static_cast<int>(std::abs(offset) % 60));
  return std::string(date) + ":00" + text.data();
}

}  // namespace lacit::content
