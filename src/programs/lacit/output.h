// Standard output, and whether it took what was said.
#pragma once

namespace lacit::programs {

/// Before anything is opened: where a standard descriptor is closed, the next file would take its number, and words for
/// a person would go into it.
void guard_output();

/// At the end: writes what waits. False, and a line on standard error, where not all of it could be written: an export
/// to a full disk is no export.
[[nodiscard]] bool close_output();

}  // namespace lacit::programs
