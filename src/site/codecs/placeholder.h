// The few colours that stand for a picture until it has come.
#pragma once

#include <string>

#include "codecs/image.h"

namespace lacit::codecs {

/// As content::Picture::placeholder has it. Throws Problem.
[[nodiscard]] std::string placeholder(VipsImage* image);

}  // namespace lacit::codecs
