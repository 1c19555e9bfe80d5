// In a browser (ECMA-402): its clocks, asked by name. Never part of the visitors' program, which is given times that
// are worked out.
#include "time_zones/zones.h"

#include <emscripten/em_js.h>

#include <algorithm>
#include <cmath>

// clang-format off
EM_JS_DEPS(lacit_zones, "$UTF8ToString,$stringToUTF8,$lengthBytesUTF8")

// Writes the names, a line each, and gives the size of the buffer that this takes.
EM_JS(int, lacit_zone_names, (char* buffer, int size), {
  const names = Intl.supportedValuesOf('timeZone').join('\n');
  if (size > 0) stringToUTF8(names, buffer, size);
  return lengthBytesUTF8(names) + 1;
})

// The offset in seconds; NaN for an unknown zone. Node and browsers take a name in any case: where the zone's own name
// is the same but for case, it is not the name that was written.
EM_JS(double, lacit_zone_offset, (const char* name, double seconds), {
  const zone = UTF8ToString(name);
  const known = (globalThis.lacit_clocks = globalThis.lacit_clocks || new Map());
  if (!known.has(zone)) {
    try {
      const clock = new Intl.DateTimeFormat('en-US', {
        timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric',
        hour: 'numeric', minute: 'numeric', second: 'numeric',
      });
      const own = clock.resolvedOptions().timeZone;
      known.set(zone, own !== zone && own.toLowerCase() === zone.toLowerCase() ? null : clock);
    } catch {
      known.set(zone, null);
    }
  }
  const clock = known.get(zone);
  if (clock === null) return NaN;
  const part = {};
  for (const { type, value } of clock.formatToParts(seconds * 1000)) part[type] = Number(value);
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) / 1000 - seconds;
})
// clang-format on

namespace lacit::time_zones {
namespace {

std::vector<std::string> read_names() {
  std::string listed(static_cast<std::size_t>(lacit_zone_names(nullptr, 0)), '\0');
  lacit_zone_names(listed.data(), static_cast<int>(listed.size()));
  listed.pop_back();  // C's zero.
  std::vector<std::string> names{"UTC"};
  std::string_view rest(listed);
  while (!rest.empty()) {
    const std::string_view name = rest.substr(0, rest.find('\n'));
    names.emplace_back(name);
    rest.remove_prefix(std::min(rest.size(), name.size() + 1));
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace

const std::vector<std::string>& names() {
  static const std::vector<std::string> all = read_names();
  return all;
}

bool exists(std::string_view zone) { return offset_at(zone, 0).has_value(); }

std::optional<int> offset_at(std::string_view zone, std::int64_t moment) {
  const double offset = lacit_zone_offset(std::string(zone).c_str(), static_cast<double>(moment));
  if (std::isnan(offset)) return {};
  return static_cast<int>(offset);
}

}  // namespace lacit::time_zones
