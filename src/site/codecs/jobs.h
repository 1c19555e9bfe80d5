// The two things that lacit-pictures does with a file.
#pragma once

#include "pictures/message.h"

namespace lacit::codecs {

/// `survey KIND HASH FILE DRAWING` is answered with `seen WIDTH HEIGHT ALPHA PLACEHOLDER` when every pixel was decoded;
/// of an SVG the cleaned file is written to DRAWING then. `develop KIND HASH FILE FOLDER PAPER WIDTHxHEIGHT…` writes
/// `FOLDER/WIDTH.FORMAT` and is answered with `done`. Where the file cannot be shown the answer is a
/// pictures::problem_message; KIND is the number of content::PictureKind.
[[nodiscard]] pictures::Message answer(const pictures::Message& job);

}  // namespace lacit::codecs
