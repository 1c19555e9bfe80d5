// One rule at one width as CSS declarations.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "document/style.h"

namespace lacit::html {

using Declarations = std::vector<std::pair<std::string, std::string>>;

/// Box, flow and type of a rule. The same properties come out at every width, so that widths can be compared.
[[nodiscard]] Declarations declarations(const document::Rule& rule, document::Width width);

/// `var(--name)`.
[[nodiscard]] std::string css_color(document::Color color);

}  // namespace lacit::html
