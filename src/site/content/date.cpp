// The calendar's rules, without a clock: whether a day exists does not depend on today.
#include "content/date.h"

#include <array>
#include <chrono>
#include <string>

namespace lacit::content {
namespace {

constexpr std::string_view form = "dddd-dd-ddTdd:dd";
constexpr std::size_t date_length = 10;

int digits(std::string_view text, std::size_t at, std::size_t count) {
  int number = 0;
  for (const char c : text.substr(at, count)) number = number * 10 + (c - '0');
  return number;
}

int days_in(int year, int month) {
  static constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

}  // namespace

bool has_date_form(std::string_view text) {
  if (text.size() != date_length && text.size() != form.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == 'd' ? !digit : text[i] != form[i]) return false;
  }
  return true;
}

bool has_time(std::string_view date) { return date.size() > date_length; }

std::optional<base::Error> calendar_advice(std::string_view date) {
  const int year = digits(date, 0, 4);
  const int month = digits(date, 5, 2);
  const int day = digits(date, 8, 2);
  if (year < first_year || year > last_year) {
    return base::Error{"the year " + std::string(date.substr(0, 4)) + " is out of range",
                       "write a year from " + std::to_string(first_year) + " to " + std::to_string(last_year)};
  }
  if (month < 1 || month > 12) {
    return base::Error{"there is no month " + std::to_string(month), "write year-month-day, as in 2026-12-01"};
  }
  if (day < 1 || day > days_in(year, month)) {
    return base::Error{"there is no day " + std::to_string(day) + " in that month",
                       "it has " + std::to_string(days_in(year, month)) + " days in that year"};
  }
  if (has_time(date) && (digits(date, 11, 2) > 23 || digits(date, 14, 2) > 59)) {
    return base::Error{"there is no such time of day", "write hours from 00 to 23 and minutes from 00 to 59"};
  }
  return {};
}

std::int64_t local_seconds(std::string_view date) {
  namespace chrono = std::chrono;
  const chrono::year_month_day day{chrono::year(digits(date, 0, 4)),
                                   chrono::month(static_cast<unsigned>(digits(date, 5, 2))),
                                   chrono::day(static_cast<unsigned>(digits(date, 8, 2)))};
  std::int64_t minutes = std::int64_t{chrono::sys_days(day).time_since_epoch().count()} * 24 * 60;
  if (has_time(date)) minutes += digits(date, 11, 2) * 60 + digits(date, 14, 2);
  return minutes * 60;
}

}  // namespace lacit::content
