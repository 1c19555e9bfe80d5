// Whether a HEIF file promises what is in it, before anything is decoded: a decoder goes by the size in the video
// stream, and that may be a thousand times what the boxes around it say.
#pragma once

#include "codecs/heif_boxes.h"

namespace lacit::codecs {

/// Throws Problem where the picture that would be shown, a tile of it or its alpha has another size than it says, is
/// cut short, or is more work than the largest picture that is taken.
void check_heif(const HeifFile& file);

/// Whether one of the items is the primary picture's alpha.
[[nodiscard]] bool has_alpha(const HeifFile& file);

}  // namespace lacit::codecs
