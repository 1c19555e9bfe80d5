// Numbers of any number of bits, the first bit first, as video streams and boxes have them.
#pragma once

#include <cstdint>
#include <string_view>

namespace lacit::codecs {

class Bits {
 public:
  explicit Bits(std::string_view bytes) : bytes_(bytes) {}

  /// Up to 64. Beyond the end there are zeros, and `ended()`.
  std::uint64_t take(unsigned count) {
    std::uint64_t value = 0;
    for (; count > 0; --count, ++at_) {
      const std::size_t byte = at_ / 8;
      const unsigned bit = byte < bytes_.size() ? static_cast<unsigned char>(bytes_[byte]) >> (7 - at_ % 8) & 1U : 0;
      value = value << 1U | bit;
    }
    return value;
  }
  bool flag() { return take(1) != 0; }
  void skip(std::uint64_t count) { at_ += count; }

  /// Exp-Golomb (ITU-T H.265, 9.2).
  std::uint64_t golomb() {
    unsigned zeros = 0;
    while (!ended() && zeros < 32 && !flag()) ++zeros;
    return (1ULL << zeros) - 1 + take(zeros);
  }

  [[nodiscard]] bool ended() const { return at_ > bytes_.size() * 8; }
  /// From the next whole byte on.
  [[nodiscard]] std::string_view rest() const { return ended() ? "" : bytes_.substr((at_ + 7) / 8); }

 private:
  std::string_view bytes_;
  std::uint64_t at_ = 0;
};

}  // namespace lacit::codecs
