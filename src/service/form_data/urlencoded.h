// application/x-www-form-urlencoded (URL Standard, 5.1): what a form without files may also be sent as.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lacit::form_data {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// None for broken percent escapes, which no browser sends. Names may be repeated; the caller minds.
[[nodiscard]] std::optional<Pairs> parse_urlencoded(std::string_view body);

}  // namespace lacit::form_data
