// What stands in for a proof of work where no script runs: a signed time. Whoever sends the form again, not at once and
// not a day later, has read a page and pressed a button.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lacit::intake {

[[nodiscard]] std::string time_token(std::string_view key, std::string_view form, std::int64_t now);

/// Between two seconds and two hours old, for this form, and signed by us.
[[nodiscard]] bool is_good_token(std::string_view key, std::string_view form, std::string_view token, std::int64_t now);

}  // namespace lacit::intake
