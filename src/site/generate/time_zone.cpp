#include "generate/time_zone.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <vector>

#include "generate/calendar_text.h"
#include "generate/yearly_rule.h"
#include "time_zones/observances.h"

namespace lacit::generate {
namespace {

using time_zones::Observance;
using Onsets = std::vector<Onset>;

constexpr std::int64_t year = 366L * 24 * 60 * 60;
constexpr std::int64_t year_2037 = 2114380800;  // Many readers follow a rule no further than 32 bits count seconds.

// 3.3.14: hours and minutes; seconds only where there are some.
std::string utc_offset(int offset) {
  const int size = std::abs(offset);
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%c%02d%02d", offset < 0 ? '-' : '+', size / 3600 % 100, size / 60 % 60);
  std::string out = text.data();
  if (size % 60 == 0) return out;
  std::snprintf(text.data(), text.size(), "%02d", size % 60);
  return out + text.data();
}

// 3.8.3.1: a customary name. `+05` is none, and says the same of summer and winter.
std::string name_line(const Observance& observance) {
  const char first = observance.abbreviation.empty() ? '+' : observance.abbreviation.front();
  return first == '+' || first == '-' ? "" : "TZNAME:" + observance.abbreviation + "\r\n";
}

std::string printed(const Onset& onset, const std::string& recurrence = {}) {
  const std::string name = onset.observance.daylight ? "DAYLIGHT" : "STANDARD";
  return "BEGIN:" + name + "\r\nDTSTART:" + calendar_time(onset.local()) + "\r\n" +
         (recurrence.empty() ? "" : "RRULE:" + recurrence + "\r\n") + "TZOFFSETFROM:" + utc_offset(onset.before) +
         "\r\nTZOFFSETTO:" + utc_offset(onset.observance.offset) + "\r\n" + name_line(onset.observance) +
         "END:" + name + "\r\n";
}

// Readers do not like years before 1970, and what was before it is before every event.
Onset onset_of(std::string_view zone, Observance observance) {
  if (observance.begin < 0) {
    observance.begin = -observance.offset;
    return {observance, observance.offset};
  }
  const std::optional<Observance> before = time_zones::observance_at(zone, observance.begin - 1);
  return {observance, before ? before->offset : observance.offset};
}

/// From the standard time that is in force at `first` or was before it, since some readers need one.
Onsets onsets_between(std::string_view zone, std::int64_t first, std::int64_t last) {
  std::optional<Observance> observance = time_zones::observance_at(zone, first);
  while (observance && observance->daylight && observance->begin > 0) {
    observance = time_zones::observance_at(zone, observance->begin - 1);
  }
  Onsets onsets;
  while (observance && (onsets.empty() || observance->begin < last)) {
    onsets.push_back(onset_of(zone, *observance));
    if (observance->end > last) break;
    observance = time_zones::observance_at(zone, observance->end);
  }
  return onsets;
}

/// What comes back every year: the first time and the rule.
struct Season {
  Onset first;
  YearlyRule rule;
};

bool belongs(const Season& season, const Onset& onset) {
  constexpr std::int64_t day = 24L * 60 * 60;
  const Observance& observance = onset.observance;
  const Observance& other = season.first.observance;
  return season.rule.fits(onset) && onset.before == season.first.before && observance.offset == other.offset &&
         observance.abbreviation == other.abbreviation && onset.local() % day == season.first.local() % day;
}

/// The season of all onsets that lead to daylight saving time, or of all that lead back.
std::optional<Season> season_of(const Onsets& onsets, bool daylight) {
  Onsets same;
  std::ranges::copy_if(onsets, std::back_inserter(same),
                       [daylight](const Onset& onset) { return onset.observance.daylight == daylight; });
  if (same.empty()) return {};
  for (const YearlyRule& rule : rules_for(same.front())) {
    const Season season{same.front(), rule};
    if (std::ranges::all_of(same, [&season](const Onset& onset) { return belongs(season, onset); })) return season;
  }
  return {};
}

/// Whether one season follows the other and nothing else happens.
bool alternate(const Onsets& onsets) {
  for (std::size_t i = 1; i < onsets.size(); ++i) {
    const bool daylight = onsets[i].observance.daylight;
    if (daylight == onsets[i - 1].observance.daylight) return false;
    if (i < 2) continue;
    const std::int64_t days = (onsets[i].local() - onsets[i - 2].local()) / (24L * 60 * 60);
    if (days < 350 || days > 380) return false;
  }
  return onsets.size() >= 4;
}

/// The two seasons by rule, from the year in which the rules began; empty where there are none.
std::string seasons(std::string_view zone, const Onsets& onsets) {
  std::optional<Season> summer = season_of(onsets, true);
  std::optional<Season> winter = season_of(onsets, false);
  if (!alternate(onsets) || !summer || !winter) return {};
  Onset earliest = onsets.front();
  while (earliest.observance.begin > year) {
    const std::optional<Observance> before = time_zones::observance_at(zone, earliest.observance.begin - 1);
    if (!before || before->begin < 0 || before->daylight == earliest.observance.daylight) break;
    Season& season = before->daylight ? *summer : *winter;
    const Onset onset = onset_of(zone, *before);
    if (!belongs(season, onset) || season.first.observance.begin - onset.observance.begin > year + year / 24) break;
    season.first = earliest = onset;
  }
  return printed(summer->first, summer->rule.recurrence()) + printed(winter->first, winter->rule.recurrence());
}

}  // namespace

std::string time_zone_component(std::string_view zone, std::int64_t first, std::int64_t last) {
  const Onsets onsets = onsets_between(zone, first - year, last + year);
  if (onsets.empty()) return {};
  std::string parts = last < year_2037 ? seasons(zone, onsets) : "";
  if (parts.empty()) {
    for (const Onset& onset : onsets) parts += printed(onset);
  }
  return "BEGIN:VTIMEZONE\r\nTZID:" + std::string(zone) + "\r\n" + parts + "END:VTIMEZONE\r\n";
}

}  // namespace lacit::generate
