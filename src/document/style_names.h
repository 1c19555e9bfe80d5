// The style classes by name, in the order of the table in style.cpp. Their names are printed as CSS classes.
// A new look is a new enumerator here and a row there.
#pragma once

#include <cstdint>

namespace lacit::document {

enum class Style : std::uint8_t {
  plain,
};

}  // namespace lacit::document
