#include "generate/time_zone.h"

#include <array>

namespace lacit::generate {
namespace {

struct Zone {
  std::string_view name;
  std::string_view standard, standard_name;
  std::string_view daylight, daylight_name;  ///< Empty where the clocks stay.
};

constexpr std::array zones{Zone{"America/New_York", "-0500", "EST", "-0400", "EDT"},
                           Zone{"America/Detroit", "-0500", "EST", "-0400", "EDT"},
                           Zone{"America/Chicago", "-0600", "CST", "-0500", "CDT"},
                           Zone{"America/Denver", "-0700", "MST", "-0600", "MDT"},
                           Zone{"America/Boise", "-0700", "MST", "-0600", "MDT"},
                           Zone{"America/Phoenix", "-0700", "MST", "", ""},
                           Zone{"America/Los_Angeles", "-0800", "PST", "-0700", "PDT"},
                           Zone{"America/Anchorage", "-0900", "AKST", "-0800", "AKDT"},
                           Zone{"America/Puerto_Rico", "-0400", "AST", "", ""},
                           Zone{"Pacific/Honolulu", "-1000", "HST", "", ""}};

struct Part {
  std::string_view name, start, rule, from, to, label;
};

std::string printed(const Part& part) {
  std::string out = "BEGIN:" + std::string(part.name) + "\r\nDTSTART:" + std::string(part.start) + "\r\n";
  if (!part.rule.empty()) out += "RRULE:FREQ=YEARLY;" + std::string(part.rule) + "\r\n";
  out += "TZOFFSETFROM:" + std::string(part.from) + "\r\nTZOFFSETTO:" + std::string(part.to) + "\r\n";
  return out + "TZNAME:" + std::string(part.label) + "\r\nEND:" + std::string(part.name) + "\r\n";
}

// Energy Policy Act of 2005: from the second Sunday of March to the first of November, both at 2:00 local time.
std::string parts(const Zone& zone) {
  if (zone.daylight.empty()) {
    return printed({"STANDARD", "19700101T000000", "", zone.standard, zone.standard, zone.standard_name});
  }
  return printed(
             {"DAYLIGHT", "20070311T020000", "BYMONTH=3;BYDAY=2SU", zone.standard, zone.daylight, zone.daylight_name}) +
         printed(
             {"STANDARD", "20071104T020000", "BYMONTH=11;BYDAY=1SU", zone.daylight, zone.standard, zone.standard_name});
}

}  // namespace

std::string time_zone_component(std::string_view zone) {
  for (const Zone& known : zones) {
    if (known.name != zone) continue;
    return "BEGIN:VTIMEZONE\r\nTZID:" + std::string(zone) + "\r\n" + parts(known) + "END:VTIMEZONE\r\n";
  }
  return {};
}

}  // namespace lacit::generate
