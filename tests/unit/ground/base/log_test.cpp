#include "base/log.h"

#include <doctest/doctest.h>

namespace lacit::base {
namespace {

TEST_CASE("19: a line of the log is in UTC, and one line whatever it is about") {
  CHECK(log_line("two\r\nlines, \x1B[2J and é", 1'795'543'500) == "2026-11-24T18:05:00Z lacit: two??lines, ?[2J and é");
  CHECK(log_line("", 0) == "1970-01-01T00:00:00Z lacit: ");
}

}  // namespace
}  // namespace lacit::base
