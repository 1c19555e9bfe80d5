// The headers of one part.
#pragma once

#include <optional>
#include <string_view>

#include "form_data/multipart.h"

namespace lacit::form_data {

/// `lines` without the empty line at their end. None where they do not say what the part is called (RFC 7578, 4.2), say
/// it twice, or hold bytes that no header has.
[[nodiscard]] std::optional<Part> parse_headers(std::string_view lines);

}  // namespace lacit::form_data
