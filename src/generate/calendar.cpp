#include "generate/calendar.h"

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

// `2026-12-01T09:00` as local time of a named zone, a bare date as a whole day.
std::string moment(std::string_view name, std::string_view value, const std::string& zone) {
  std::string digits;
  for (const char c : value) {
    if (c != '-' && c != ':') digits += c;
  }
  if (value.size() <= 10) return line(std::string(name) + ";VALUE=DATE:" + digits);
  const std::string place = zone.empty() ? "" : ";TZID=" + zone;
  return line(std::string(name) + place + ":" + digits + (digits.size() == 13 ? "00" : ""));
}

std::string plain(const content::RichText& rich) {
  std::string out;
  for (const content::Span& span : rich) out += span.text;
  return out;
}

}  // namespace

std::string calendar_file(const content::Site& site, const content::Event& event) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + line("PRODID:-//" + text(site.name) + "//Events//EN");
  out += "BEGIN:VEVENT\r\n" + line("UID:" + event.id + "@" + site.url.substr(site.url.find("//") + 2));
  // The event's own day: a build of the same content gives the same bytes.
  out += line("DTSTAMP:" + event.start.substr(0, 4) + event.start.substr(5, 2) + event.start.substr(8, 2) + "T000000Z");
  out += moment("DTSTART", event.start, event.time_zone);
  if (!event.end.empty()) out += moment("DTEND", event.end, event.time_zone);
  out += line("SUMMARY:" + text(event.name));
  if (!event.text.empty()) out += line("DESCRIPTION:" + text(plain(event.text)));
  std::string place = event.place.name;
  if (!event.place.address.empty()) place += (place.empty() ? "" : ", ") + event.place.address;
  if (!place.empty()) out += line("LOCATION:" + text(place));
  out += line("URL:" + site.url + "/events/#" + event.id);
  return out + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

}  // namespace lacit::generate
