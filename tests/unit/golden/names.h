// Words for what trees are made of, for dumps that people read.
#pragma once

#include <array>
#include <string_view>

#include "document/node_lists.h"

namespace lacit::tests {

inline constexpr std::array kind_names{LACIT_KINDS(LACIT_OWN_NAME)};
inline constexpr std::array attribute_names{LACIT_ATTRIBUTES(LACIT_HTML_NAME)};
/// By the bit of document::Flag.
inline constexpr std::array flag_names{LACIT_FLAGS(LACIT_OWN_NAME)};

}  // namespace lacit::tests
