#include "generate/calendar.h"

#include "content/date.h"
#include "content/rich_text.h"
#include "content/time_zone.h"
#include "generate/calendar_text.h"
#include "generate/time_zone.h"

namespace lacit::generate {
namespace {

using content::has_time;

std::string digits_of(std::string_view moment) {
  std::string digits;
  for (const char c : moment) {
    if (c != '-' && c != ':') digits += c;
  }
  return digits;
}

// `2026-12-01T09:00` as local time of a named zone, a bare date as a whole day.
std::string moment(std::string_view name, std::string_view value, const std::string& zone) {
  const std::string digits = digits_of(value);
  if (!has_time(value)) return calendar_line(std::string(name) + ";VALUE=DATE:" + digits);
  // 3.2.19: a time in UTC says so itself and names no zone.
  const bool utc = zone == "UTC";
  const std::string place = zone.empty() || utc ? "" : ";TZID=" + zone;
  return calendar_line(std::string(name) + place + ":" + digits + "00" + (utc ? "Z" : ""));
}

constexpr std::int64_t day = 24L * 60 * 60;

// 3.6.1: DTEND is the first moment that is no longer part of the event: for whole days, the day after the last. And it
// is later than the start: an event that ends as it begins has none.
std::string end_of(const content::Event& event) {
  if (event.end.empty()) return {};
  if (!has_time(event.end)) {
    return calendar_line("DTEND;VALUE=DATE:" + calendar_time(content::local_seconds(event.end) + day).substr(0, 8));
  }
  return event.end > event.start ? moment("DTEND", event.end, event.time_zone) : "";
}

std::string zone_of(const content::Event& event) {
  const std::int64_t start = content::moment_of(event.start, event.time_zone);
  const std::int64_t end = event.end.empty() ? start : content::moment_of(event.end, event.time_zone);
  return time_zone_component(event.time_zone, start, end);
}

}  // namespace

std::string calendar_file(const content::Site& site, const content::Event& event, std::string_view page_path,
                          const Revision& revision) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" +
                    calendar_line("PRODID:-//" + calendar_text(site.name) + "//lacit//" + calendar_text(site.language));
  // 3.2.19: UTC is named by its Z and needs no definition.
  if (has_time(event.start) && event.time_zone != "UTC") out += zone_of(event);
  out += "BEGIN:VEVENT\r\n" + calendar_line("UID:" + event.id + "@" + site.url.substr(site.url.find("//") + 2));
  out += revision_lines(revision);
  out += moment("DTSTART", event.start, event.time_zone);
  out += end_of(event);
  out += calendar_line("SUMMARY:" + calendar_text(event.name));
  if (!event.text.empty()) out += calendar_line("DESCRIPTION:" + calendar_text(content::plain(event.text)));
  std::string place = event.place.name;
  if (!event.place.address.empty()) place += (place.empty() ? "" : ", ") + event.place.address;
  if (!place.empty()) out += calendar_line("LOCATION:" + calendar_text(place));
  out += calendar_line("URL:" + site.url + std::string(page_path) + "#" + event.id);
  return out + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

}  // namespace lacit::generate
