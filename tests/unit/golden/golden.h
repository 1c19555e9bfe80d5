// Golden files: text that was read and found right once, kept in tests/golden/, and compared from then on.
#pragma once

#include <string>
#include <string_view>

namespace lacit::tests {

/// In words, where two texts part first; empty where they are the same.
[[nodiscard]] std::string first_difference(std::string_view golden, std::string_view now);

/// Compares with tests/golden/NAME. With LACIT_REBASELINE=1 in the environment it writes the file anew instead: read
/// `git diff tests/golden` then, since that difference is what visitors will see.
void check_golden(const std::string& name, const std::string& now);

}  // namespace lacit::tests
