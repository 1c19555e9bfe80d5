// What a picture's AV1 stream says of itself (AV1 Bitstream & Decoding Process Specification, 5.3 to 5.5).
#pragma once

#include <optional>
#include <string_view>

#include "codecs/coded_size.h"
#include "codecs/colour_profile.h"

namespace lacit::codecs {

/// Of all sequence headers among open bitstream units.
[[nodiscard]] CodedSize av1_size(std::string_view units);

/// What its colours are, by the first sequence header. Nothing where it does not say.
[[nodiscard]] std::optional<CodePoints> av1_colours(std::string_view units);

}  // namespace lacit::codecs
