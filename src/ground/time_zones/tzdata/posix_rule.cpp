#include "time_zones/tzdata/posix_rule.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <vector>

namespace lacit::time_zones {
namespace {

namespace chrono = std::chrono;

constexpr int hour = 60 * 60;

/// Takes the rule apart from the left; what does not fit leaves `good` false.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool done() const { return rest_.empty(); }
  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void need(char c) { good_ = take(c) && good_; }

  /// `CST`, `<-03>`
  std::string name() {
    const bool quoted = take('<');
    std::size_t size = 0;
    while (size < rest_.size() && (quoted ? rest_[size] != '>' : is_letter(rest_[size]))) ++size;
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size);
    good_ = good_ && size >= 3;
    if (quoted) need('>');
    return text;
  }

  int number() {
    int value = 0;
    bool any = false;
    for (; !rest_.empty() && is_digit(rest_.front()) && value < 1000; rest_.remove_prefix(1), any = true) {
      value = value * 10 + (rest_.front() - '0');
    }
    good_ = good_ && any;
    return value;
  }

  /// `-3:30`, in seconds.
  int time() {
    const bool negative = take('-');
    if (!negative) take('+');
    int seconds = number() * hour;
    if (take(':')) seconds += number() * 60;
    if (take(':')) seconds += number();
    return negative ? -seconds : seconds;
  }

  /// `M3.2.0/2`, `J60`, `59`
  YearlyChange change() {
    YearlyChange change;
    if (take('M')) {
      change.month = number();
      need('.');
      change.week = number();
      need('.');
      change.day = number();
      good_ = good_ && change.month >= 1 && change.month <= 12 && change.week >= 1 && change.week <= 5;
      good_ = good_ && change.day <= 6;
    } else {
      change.form = take('J') ? 'J' : 'D';
      change.day = number();
      good_ = good_ && change.day <= 365 && (change.form == 'D' || change.day >= 1);
    }
    if (take('/')) change.seconds = time();
    return change;
  }

 private:
  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  std::string_view rest_;
  bool good_ = true;
};

chrono::sys_days day_of(const YearlyChange& change, chrono::year year) {
  if (change.form == 'M') {
    const auto month = chrono::month(static_cast<unsigned>(change.month));
    const auto weekday = chrono::weekday(static_cast<unsigned>(change.day));
    if (change.week == 5) return chrono::sys_days(year / month / weekday[chrono::last]);
    return chrono::sys_days(year / month / weekday[static_cast<unsigned>(change.week)]);
  }
  const auto first = chrono::sys_days(year / chrono::January / 1);
  if (change.form == 'D') return first + chrono::days(change.day);
  constexpr int february_28 = 59;
  return first + chrono::days(change.day - 1 + (year.is_leap() && change.day > february_28 ? 1 : 0));
}

/// A change and what it leads to.
struct Change {
  std::int64_t moment = 0;
  bool daylight = false;
};

std::vector<Change> changes_around(const PosixRule& rule, chrono::year year) {
  std::vector<Change> changes;
  for (const chrono::year each : {year - chrono::years(1), year, year + chrono::years(1)}) {
    const auto moment = [each](const YearlyChange& change, int offset) {
      return chrono::sys_seconds(day_of(change, each)).time_since_epoch().count() + change.seconds - offset;
    };
    changes.push_back({moment(rule.to_daylight, rule.standard.offset), true});
    changes.push_back({moment(rule.to_standard, rule.daylight->offset), false});
  }
  std::ranges::sort(changes, {}, &Change::moment);
  return changes;
}

}  // namespace

std::optional<PosixRule> parse_posix_rule(std::string_view text) {
  Scanner scanner(text);
  PosixRule rule;
  rule.standard.abbreviation = scanner.name();
  rule.standard.offset = -scanner.time();  // POSIX counts to the west.
  if (scanner.good() && !scanner.done()) {
    rule.daylight.emplace().abbreviation = scanner.name();
    rule.daylight->offset = rule.standard.offset + hour;
    if (!scanner.take(',')) {
      rule.daylight->offset = -scanner.time();
      scanner.need(',');
    }
    rule.to_daylight = scanner.change();
    scanner.need(',');
    rule.to_standard = scanner.change();
  }
  if (!scanner.good() || !scanner.done()) return {};
  return rule;
}

Observance observance_of(const PosixRule& rule, std::int64_t moment) {
  using Limits = std::numeric_limits<std::int64_t>;
  if (!rule.daylight) return {Limits::min(), Limits::max(), rule.standard.offset, false, rule.standard.abbreviation};
  const auto day = chrono::floor<chrono::days>(chrono::sys_seconds(chrono::seconds(moment)));
  const std::vector<Change> changes = changes_around(rule, chrono::year_month_day(day).year());
  const auto next = std::ranges::find_if(changes, [moment](const Change& change) { return change.moment > moment; });
  const Change& last = *(next - 1);  // A year's changes stand before every moment, and a year's after it.
  const Clock& clock = last.daylight ? *rule.daylight : rule.standard;
  return {last.moment, next->moment, clock.offset, last.daylight, clock.abbreviation};
}

}  // namespace lacit::time_zones
