// Natively: Howard Hinnant's library reads the system's tzdata. It stops at the last change that a file lists (2037, or
// 2007 where tzdata is packed small); from there on the rule on the file's last line goes on.
#include "time_zones/zones.h"

#include <date/tz.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <map>
#include <mutex>

#include "time_zones/observances.h"
#include "time_zones/tzdata/posix_rule.h"

namespace lacit::time_zones {
namespace {

constexpr std::string_view database = "/usr/share/zoneinfo/";

std::vector<std::string> read_names() {
  std::vector<std::string> names;
  try {
    // `localtime` is the machine's own zone, whatever it is.
    for (const date::time_zone& zone : date::get_tzdb().zones) {
      if (zone.name() != "localtime") names.push_back(zone.name());
    }
  } catch (const std::exception&) {
    return {};
  }
  std::ranges::sort(names);
  return names;
}

/// Of a zone that exists, so that its name is a harmless path.
std::optional<PosixRule> read_rule(const std::string& zone) {
  std::ifstream file(std::string(database) + zone, std::ios::binary);
  std::string line;
  std::string last;
  while (std::getline(file, line)) last.swap(line);
  return parse_posix_rule(last);
}

std::optional<PosixRule> rule_of(const std::string& zone) {
  static std::mutex mutex;
  static std::map<std::string, std::optional<PosixRule>> rules;
  const std::scoped_lock lock(mutex);
  const auto known = rules.find(zone);
  return known != rules.end() ? known->second : rules.emplace(zone, read_rule(zone)).first->second;
}

std::int64_t seconds(date::sys_seconds moment) { return moment.time_since_epoch().count(); }

/// The library's word for «never again».
bool is_last(const date::sys_info& info) { return info.end >= date::sys_days(date::year(3000) / 1 / 1); }

}  // namespace

const std::vector<std::string>& names() {
  static const std::vector<std::string> all = read_names();
  return all;
}

bool exists(std::string_view zone) { return std::ranges::binary_search(names(), zone); }

std::optional<Observance> observance_at(std::string_view zone, std::int64_t moment) {
  if (!exists(zone)) return {};
  try {
    const date::sys_info info =
        date::locate_zone(std::string(zone))->get_info(date::sys_seconds(std::chrono::seconds(moment)));
    if (is_last(info)) {
      if (const std::optional<PosixRule> rule = rule_of(std::string(zone))) {
        Observance later = observance_of(*rule, moment);
        later.begin = std::max(later.begin, seconds(info.begin));
        return later;
      }
    }
    return Observance{seconds(info.begin), seconds(info.end), static_cast<int>(info.offset.count()),
                      info.save != std::chrono::minutes(0), info.abbrev};
  } catch (const std::exception&) {
    return {};  // The file was there when names were read, and is damaged or gone.
  }
}

std::optional<int> offset_at(std::string_view zone, std::int64_t moment) {
  const std::optional<Observance> observance = observance_at(zone, moment);
  if (!observance) return {};
  return observance->offset;
}

}  // namespace lacit::time_zones
