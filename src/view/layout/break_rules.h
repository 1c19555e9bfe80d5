// Where a line may end between two characters that have no space between them.
#pragma once

namespace lacit::layout {

/// Two neighbours and the one before them (0: none).
struct Neighbours {
  char32_t earlier = 0;
  char32_t before = 0;
  char32_t after = 0;
};

/// UAX #14 as Blink has it: for ASCII a table of its own (no break in `and/or`, one in `504-555`), for the rest the
/// rules LB12, LB13, LB17 to LB21 and LB25. For the letters of the site's fonts; the browser breaks what has others.
[[nodiscard]] bool may_break_between(const Neighbours& at);

}  // namespace lacit::layout
