// What the value of a property says of whether an element is shown. Values in lower case, as style.h cleans them.
#pragma once

#include <string_view>

namespace lacit::drawings {

/// `nothing`: browsers do not know the value, so a weaker declaration counts. `unclear`: to tell it must be computed.
enum class Says { nothing, shown, hidden, inherited, unclear };

[[nodiscard]] Says display(std::string_view value);
[[nodiscard]] Says visibility(std::string_view value);
[[nodiscard]] Says opacity(std::string_view value);
[[nodiscard]] Says filter(std::string_view value);

}  // namespace lacit::drawings
