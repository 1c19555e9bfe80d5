// How a HEIF file wants its picture to be cut, turned and mirrored.
#pragma once

#include "codecs/heif_boxes.h"
#include "codecs/image.h"

namespace lacit::codecs {

[[nodiscard]] bool is_transformation(const Box& property);

/// A picture, whose pixels may be asked for in any order, after the item's properties `clap`, `irot` and `imir`, in
/// their order (ISO/IEC 23008-12, 6.5.9, 6.5.10 and 6.5.12). Throws Problem.
[[nodiscard]] Image upright_heif(VipsImage* image, const HeifItem& item);

}  // namespace lacit::codecs
