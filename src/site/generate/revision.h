// How a calendar that has an event already sees that the event has changed: by a higher SEQUENCE and a later DTSTAMP
// (RFC 5545, 3.8.7.2 and 3.8.7.4; RFC 5546, 2.1.5).
//
// The only memory between builds is the file that the last one published. Where it says the same, it stays, byte for
// byte. Where it says something else, or is not there (a fresh folder, another machine), the event is stamped with the
// time of the build, and its SEQUENCE is counted from that time too: so it never falls back behind what somebody has
// saved, wherever the site is built.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lacit::generate {

struct Revision {
  std::int64_t stamp = 0;     ///< Unix seconds.
  std::int64_t sequence = 0;  ///< RFC 5545, 3.3.8: at most 2147483647.

  bool operator==(const Revision&) const = default;
};

/// What a published file says. Nothing for what is no such file.
[[nodiscard]] std::optional<Revision> revision_of(std::string_view calendar);

/// The file to publish, printed with the revision that it had or a new one. `published` is the last build's, or empty;
/// `now` in Unix seconds.
[[nodiscard]] std::string revised(const std::function<std::string(const Revision&)>& print, std::string_view published,
                                  std::int64_t now);

/// The lines DTSTAMP, LAST-MODIFIED and SEQUENCE.
[[nodiscard]] std::string revision_lines(const Revision& revision);

}  // namespace lacit::generate
