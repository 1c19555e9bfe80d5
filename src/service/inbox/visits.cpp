#include "inbox/visits.h"

#include <algorithm>
#include <array>
#include <map>

#include "inbox/export.h"

namespace lacit::inbox {
namespace {

constexpr std::array<std::string_view, 5> sources{"search", "social", "other", "site", "none"};
constexpr std::size_t number_width = 8;
constexpr std::int64_t chart_width = 40;

std::string padded(std::string text, std::size_t width, bool right) {
  // Counted in bytes: paths are ASCII, or longer than they look and merely push their row.
  if (text.size() >= width) return text;
  const std::string space(width - text.size(), ' ');
  return right ? space + text : text + space;
}

struct Row {
  std::int64_t total = 0;
  std::map<std::string, std::int64_t> by_source;
};

std::string table_row(const std::string& name, std::size_t width, const Row& row) {
  std::string line = padded(name, width, false) + padded(std::to_string(row.total), number_width, true);
  for (const std::string_view source : sources) {
    const auto found = row.by_source.find(std::string(source));
    line += padded(found == row.by_source.end() ? "-" : std::to_string(found->second), number_width, true);
  }
  return line + "\n";
}

std::string table(const std::map<std::string, Row>& pages) {
  std::vector<std::pair<std::string, Row>> rows(pages.begin(), pages.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second.total > b.second.total; });
  std::size_t width = 8;
  for (const auto& [page, row] : rows) width = std::max(width, page.size() + 2);
  std::string text = padded("page", width, false) + padded("visits", number_width, true);
  for (const std::string_view source : sources) text += padded(std::string(source), number_width, true);
  text += "\n";
  for (const auto& [page, row] : rows) text += table_row(page, width, row);
  return text;
}

std::string chart(const std::map<std::string, std::int64_t>& days) {
  std::int64_t most = 1;
  for (const auto& [day, count] : days) most = std::max(most, count);
  std::string text;
  for (const auto& [day, count] : days) {
    text += day + padded(std::to_string(count), number_width, true) + "  ";
    for (std::int64_t i = 0; i < (count * chart_width + most - 1) / most; ++i) text += "█";
    text += "\n";
  }
  return text;
}

}  // namespace

std::string visits_report(const std::vector<store::Visits>& visits) {
  if (visits.empty()) return "No visits were counted. Only those of visitors who agree are.\n";
  std::map<std::string, Row> pages;
  std::map<std::string, std::int64_t> days;
  for (const store::Visits& some : visits) {
    pages[some.page].total += some.count;
    pages[some.page].by_source[some.from] += some.count;
    days[some.day] += some.count;
  }
  return table(pages) + "\n" + chart(days);
}

base::Result<std::string> visits(const store::Place& place, int days) {
  if (!store::exists(place)) {
    return base::Error{"the folder " + place.folder.string() + " holds no counts; name the server's with --data"};
  }
  auto store = store::open(place);
  if (!store) return store.error();
  constexpr store::Seconds day = 24L * 60 * 60;
  const auto found = store.value()->visits(utc(store::now() - (days - 1) * day).substr(0, 10));
  if (!found) return found.error();
  return visits_report(found.value());
}

}  // namespace lacit::inbox
