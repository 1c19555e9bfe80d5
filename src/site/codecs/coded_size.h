// What a video stream of one picture says of its own size, which a decoder goes by, whatever the file around it says.
#pragma once

#include <algorithm>
#include <cstdint>

namespace lacit::codecs {

struct CodedSize {
  std::uint64_t width = 0;
  std::uint64_t height = 0;

  /// The larger of both, each way.
  void include(const CodedSize& other) {
    width = std::max(width, other.width);
    height = std::max(height, other.height);
  }
};

}  // namespace lacit::codecs
