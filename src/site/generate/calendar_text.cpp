#include "generate/calendar_text.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace lacit::generate {

std::string calendar_text(std::string_view value) {
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

std::string calendar_line(std::string_view content) {
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

std::string calendar_time(std::int64_t seconds) {
  namespace chrono = std::chrono;
  const chrono::sys_seconds moment{chrono::seconds(seconds)};
  const auto day = chrono::floor<chrono::days>(moment);
  const chrono::year_month_day date(day);
  const chrono::hh_mm_ss time(moment - day);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d%02u%02uT%02d%02d%02d", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text.data();
}

}  // namespace lacit::generate
