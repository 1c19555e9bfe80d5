// A cleaned drawing as XML.
#pragma once

#include <string>

#include "drawings/element.h"

namespace lacit::drawings {

/// Without prefixes, comments or space that shows nothing; values as they were spelt.
[[nodiscard]] std::string print(const Element& root);

}  // namespace lacit::drawings
