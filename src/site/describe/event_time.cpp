#include "describe/event_time.h"

#include <algorithm>
#include <array>

#include "base/places.h"
#include "content/date.h"
#include "content/site_words.h"

namespace lacit::describe {
namespace {

using base::filled;

/// Bytes. A longer time may break: on a screen of 320 px it would not fit on a line with its words.
constexpr std::size_t most_joined = 24;

/// With spaces at which no line ends: what is read as one is seen as one.
std::string joined(std::string_view text) {
  std::string out;
  for (const char c : text) c == ' ' ? out += "\u00A0" : out += c;
  return out;
}

/// A date's pattern with what stands between day and month joined: no line ends between «December» and «1».
std::string with_day_joined(const std::string& pattern) {
  static constexpr std::array<std::string_view, 2> places{"{day}", "{month}"};
  const auto [first, last] = std::minmax({pattern.find(places[0]), pattern.find(places[1])});
  if (last == std::string::npos) return pattern;
  return pattern.substr(0, first) + joined(std::string_view(pattern).substr(first, last - first)) +
         pattern.substr(last);
}

/// Moments are `2026-12-01T09:00` or `2026-12-01`; the loader has checked that.
class Moments {
 public:
  explicit Moments(const content::Site& site) : site_(site) {}

  [[nodiscard]] std::string day(std::string_view moment) const {
    return filled(with_day_joined(word("date")), {{"day", std::to_string(number(moment, 8))},
                                                  {"month", content::month_name(site_, number(moment, 5))},
                                                  {"year", moment.substr(0, 4)}});
  }

  [[nodiscard]] std::string time(std::string_view moment) const {
    const int hour = number(moment, 11);
    const std::string text = filled(word("time"), {{"hour", std::to_string(hour)},
                                                   {"hour2", moment.substr(11, 2)},
                                                   {"hour12", std::to_string(hour % 12 == 0 ? 12 : hour % 12)},
                                                   {"minute", moment.substr(14, 2)},
                                                   {"half", word(hour < 12 ? "before_noon" : "after_noon")}});
    return text.size() <= most_joined ? joined(text) : text;
  }

  [[nodiscard]] std::string both(std::string_view moment) const {
    return content::has_time(moment) ? at(moment, time(moment)) : day(moment);
  }

  /// From the one to the other; a day is said once.
  [[nodiscard]] std::string range(std::string_view from, std::string_view to) const {
    if (from.substr(0, 10) != to.substr(0, 10)) return filled(word("days"), {{"from", both(from)}, {"to", both(to)}});
    if (!content::has_time(from) || !content::has_time(to)) return both(from);
    return at(from, filled(word("times"), {{"from", time(from)}, {"to", time(to)}}));
  }

  [[nodiscard]] std::string in_zone(const std::string& when, const std::string& zone) const {
    return filled(word("in_zone"), {{"when", when}, {"zone", zone_name(zone)}});
  }

 private:
  [[nodiscard]] std::string word(std::string_view code) const {
    return content::word(site_, content::WordGroup::dates, code);
  }

  [[nodiscard]] std::string at(std::string_view moment, const std::string& time) const {
    return filled(word("date_time"), {{"date", day(moment)}, {"time", time}});
  }

  /// By the city in its name, where the site has none for it.
  [[nodiscard]] std::string zone_name(const std::string& zone) const {
    for (const content::ZoneName& named : site_.dates.zones) {
      if (named.time_zone == zone) return named.name;
    }
    std::string city = zone.substr(zone.rfind('/') + 1);
    std::replace(city.begin(), city.end(), '_', ' ');
    return filled(word("zone"), {{"city", city}});
  }

  [[nodiscard]] static int number(std::string_view moment, std::size_t at) {
    return (moment[at] - '0') * 10 + (moment[at + 1] - '0');
  }

  const content::Site& site_;
};

}  // namespace

std::string event_time(const content::Site& site, const content::Event& event) {
  const Moments moments(site);
  const std::string when = event.end.empty() ? moments.both(event.start) : moments.range(event.start, event.end);
  const bool placed = content::has_time(event.start) && !event.time_zone.empty();
  return placed ? moments.in_zone(when, event.time_zone) : when;
}

}  // namespace lacit::describe
