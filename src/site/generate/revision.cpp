#include "generate/revision.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "generate/calendar_text.h"

namespace lacit::generate {
namespace {

constexpr std::int64_t first_second = 1577836800;  // 2020: seconds since then fit SEQUENCE until 2088.
constexpr std::int64_t largest = 2147483647;

/// What stands behind a name at the beginning of a line.
std::optional<std::string_view> value_of(std::string_view calendar, std::string_view name) {
  const std::string start = "\r\n" + std::string(name) + ":";
  const std::size_t at = calendar.find(start);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = calendar.substr(at + start.size());
  return rest.substr(0, rest.find("\r\n"));
}

std::optional<std::int64_t> number(std::string_view digits) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value < 0) return {};
  return value;
}

/// `20261127T203000Z`; times that no build has written are not read.
std::optional<std::int64_t> moment(std::string_view text) {
  namespace chrono = std::chrono;
  if (text.size() != 16 || text[8] != 'T' || text[15] != 'Z') return {};
  const auto date = number(text.substr(0, 8));
  const auto time = number(text.substr(9, 6));
  if (!date || !time) return {};
  const chrono::year_month_day day{chrono::year(static_cast<int>(*date / 10000)),
                                   chrono::month(static_cast<unsigned>(*date / 100 % 100)),
                                   chrono::day(static_cast<unsigned>(*date % 100))};
  if (!day.ok()) return {};
  const std::int64_t days = chrono::sys_days(day).time_since_epoch().count();
  return days * 86400 + *time / 10000 * 3600 + *time / 100 % 100 * 60 + *time % 100;
}

Revision revision_at(std::int64_t now) { return {now, std::clamp<std::int64_t>(now - first_second, 0, largest)}; }

}  // namespace

std::optional<Revision> revision_of(std::string_view calendar) {
  const auto stamp = value_of(calendar, "DTSTAMP");
  const auto sequence = value_of(calendar, "SEQUENCE");
  if (!stamp || !sequence) return {};
  const auto seconds = moment(*stamp);
  const auto count = number(*sequence);
  if (!seconds || !count || *count > largest) return {};
  return Revision{*seconds, *count};
}

std::string revised(const std::function<std::string(const Revision&)>& print, std::string_view published,
                    std::int64_t now) {
  Revision next = revision_at(now);
  if (const std::optional<Revision> last = revision_of(published)) {
    if (print(*last) == published) return std::string(published);
    // Two builds within a second, or a clock that was put back.
    next.stamp = std::max(next.stamp, last->stamp + 1);
    next.sequence = std::min(largest, std::max(next.sequence, last->sequence + 1));
  }
  return print(next);
}

std::string revision_lines(const Revision& revision) {
  const std::string time = calendar_time(revision.stamp) + "Z";
  return "DTSTAMP:" + time + "\r\nLAST-MODIFIED:" + time + "\r\nSEQUENCE:" + std::to_string(revision.sequence) + "\r\n";
}

}  // namespace lacit::generate
