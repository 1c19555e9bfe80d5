#include "generate/calendar.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

#include "generate/time_zone.h"

namespace lacit::generate {
namespace {

// RFC 5545, 3.3.11: backslash, semicolon, comma and line ends.
std::string text(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c != '\r') {
      out += c;
    }
  }
  return out;
}

// RFC 5545, 3.1: at most 75 bytes a line; never cut inside of a UTF-8 character.
std::string line(const std::string& content) {
  std::string out;
  std::size_t used = 0;
  for (const char c : content) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
    if (used >= 70 && !continues) {
      out += "\r\n ";
      used = 1;
    }
    out += c;
    ++used;
  }
  return out + "\r\n";
}

bool has_time(std::string_view moment) { return moment.size() > 10; }

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
  if (!has_time(value)) return line(std::string(name) + ";VALUE=DATE:" + digits);
  // 3.2.19: a time in UTC says so itself and names no zone.
  const bool utc = zone == "UTC";
  const std::string place = zone.empty() || utc ? "" : ";TZID=" + zone;
  return line(std::string(name) + place + ":" + digits + "00" + (utc ? "Z" : ""));
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string day_after(std::string_view date) {
  namespace chrono = std::chrono;
  const chrono::year_month_day day{chrono::year(number(date.substr(0, 4))),
                                   chrono::month(static_cast<unsigned>(number(date.substr(5, 2)))),
                                   chrono::day(static_cast<unsigned>(number(date.substr(8, 2))))};
  const chrono::year_month_day next(chrono::sys_days(day) + chrono::days(1));
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(next.year()),
                static_cast<unsigned>(next.month()), static_cast<unsigned>(next.day()));
  return text.data();
}

// 3.6.1: DTEND is the first moment that is no longer part of the event: for whole days, the day after the last. And it
// is later than the start: an event that ends as it begins has none.
std::string end_of(const content::Event& event) {
  if (event.end.empty()) return {};
  if (!has_time(event.end)) return moment("DTEND", day_after(event.end), {});
  return event.end > event.start ? moment("DTEND", event.end, event.time_zone) : "";
}

std::string plain(const content::RichText& rich) {
  std::string out;
  for (const content::Span& span : rich) out += span.text;
  return out;
}

}  // namespace

std::string calendar_file(const content::Site& site, const content::Event& event, std::string_view page_path) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + line("PRODID:-//" + text(site.name) + "//Events//EN");
  if (has_time(event.start)) out += time_zone_component(event.time_zone);
  out += "BEGIN:VEVENT\r\n" + line("UID:" + event.id + "@" + site.url.substr(site.url.find("//") + 2));
  // The event's own day: a build of the same content gives the same bytes.
  out += line("DTSTAMP:" + event.start.substr(0, 4) + event.start.substr(5, 2) + event.start.substr(8, 2) + "T000000Z");
  out += moment("DTSTART", event.start, event.time_zone);
  out += end_of(event);
  out += line("SUMMARY:" + text(event.name));
  if (!event.text.empty()) out += line("DESCRIPTION:" + text(plain(event.text)));
  std::string place = event.place.name;
  if (!event.place.address.empty()) place += (place.empty() ? "" : ", ") + event.place.address;
  if (!place.empty()) out += line("LOCATION:" + text(place));
  out += line("URL:" + site.url + std::string(page_path) + "#" + event.id);
  return out + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

}  // namespace lacit::generate
