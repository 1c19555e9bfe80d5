// Which build of the program this is.
#pragma once

#include <string_view>

namespace lacit::programs {

/// `lacit 0.1.0 (4f5e6a7b1234)`: the version, and the commit where the sources were a clone; «, changed» after it where
/// they were not as committed. cmake/LacitVersion.cmake writes it.
[[nodiscard]] std::string_view version();

}  // namespace lacit::programs
