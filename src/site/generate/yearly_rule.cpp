#include "generate/yearly_rule.h"

#include <array>
#include <chrono>
#include <string_view>

namespace lacit::generate {
namespace {

namespace chrono = std::chrono;

constexpr std::array<std::string_view, 7> weekdays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

chrono::sys_days day_of(const Onset& onset) {
  return chrono::floor<chrono::days>(chrono::sys_seconds(chrono::seconds(onset.local())));
}

}  // namespace

bool YearlyRule::fits(const Onset& onset) const {
  const chrono::sys_days day = day_of(onset);
  const chrono::year_month in = chrono::year_month_day(day).year() / chrono::month(month);
  if (week == -1) return chrono::sys_days(in / chrono::weekday(weekday)[chrono::last]) == day;
  return chrono::sys_days(in / chrono::weekday(weekday)[static_cast<unsigned>(week)]) == day;
}

std::string YearlyRule::recurrence() const {
  return "FREQ=YEARLY;BYMONTH=" + std::to_string(month) + ";BYDAY=" + std::to_string(week) +
         std::string(weekdays[weekday]);
}

std::vector<YearlyRule> rules_for(const Onset& onset) {
  const chrono::sys_days day = day_of(onset);
  const chrono::year_month_day date(day);
  const auto month = static_cast<unsigned>(date.month());
  const unsigned weekday = chrono::weekday(day).c_encoding();
  const int week = static_cast<int>((static_cast<unsigned>(date.day()) + 6) / 7);
  std::vector<YearlyRule> rules;
  if (chrono::year_month_day(day + chrono::days(7)).month() != date.month()) rules.push_back({month, -1, weekday});
  if (week < 5) rules.push_back({month, week, weekday});
  return rules;
}

}  // namespace lacit::generate
