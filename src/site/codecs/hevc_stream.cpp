#include "codecs/hevc_stream.h"

#include <string>

#include "codecs/bits.h"

namespace lacit::codecs {
namespace {

/// H.265, 7.3.1.1: without the bytes that keep start codes from coming up by chance.
std::string without_emulation(std::string_view unit) {
  std::string raw;
  for (std::size_t i = 0, zeros = 0; i < unit.size(); ++i) {
    if (zeros >= 2 && unit[i] == '\3') {
      zeros = 0;
      continue;
    }
    zeros = unit[i] == '\0' ? zeros + 1 : 0;
    raw += unit[i];
  }
  return raw;
}

/// H.265, 7.3.3: profile_tier_level.
void skip_profile(Bits& bits, unsigned more_layers) {
  bits.skip(96);
  unsigned to_skip = 0;
  for (unsigned i = 0; i < more_layers; ++i) {
    if (bits.flag()) to_skip += 88;
    if (bits.flag()) to_skip += 8;
  }
  if (more_layers > 0) to_skip += 2 * (8 - more_layers);
  bits.skip(to_skip);
}

CodedSize parameter_set(std::string_view unit) {
  const std::string raw = without_emulation(unit.substr(0, 4096));
  Bits bits(raw);
  bits.skip(16 + 4);
  const auto more_layers = static_cast<unsigned>(bits.take(3));
  bits.skip(1);
  skip_profile(bits, more_layers);
  bits.golomb();
  if (bits.golomb() == 3) bits.skip(1);
  const std::uint64_t width = bits.golomb();
  return {.width = width, .height = bits.golomb()};
}

CodedSize size_in(std::string_view unit) {
  constexpr unsigned sequence_parameter_set = 33;
  const bool is_one = !unit.empty() && (static_cast<unsigned char>(unit[0]) >> 1U & 0x3FU) == sequence_parameter_set;
  return is_one ? parameter_set(unit) : CodedSize{};
}

/// How many bytes each length takes.
unsigned length_size(std::string_view box) {
  return box.size() > 21 ? (static_cast<unsigned char>(box[21]) & 3U) + 1 : 4;
}

}  // namespace

CodedSize hevc_size(std::string_view units, std::string_view box) {
  CodedSize largest;
  const unsigned before = length_size(box);
  while (units.size() > before) {
    const std::uint64_t length = Bits(units).take(before * 8);
    units.remove_prefix(before);
    if (length > units.size()) break;
    largest.include(size_in(units.substr(0, length)));
    units.remove_prefix(length);
  }
  return largest;
}

CodedSize hevc_box_size(std::string_view box) {
  CodedSize largest;
  Bits bits(box);
  bits.skip(22ULL * 8);
  for (std::uint64_t arrays = bits.take(8); arrays > 0 && !bits.ended(); --arrays) {
    bits.skip(8);
    for (std::uint64_t left = bits.take(16); left > 0 && !bits.ended(); --left) {
      const std::uint64_t length = bits.take(16);
      largest.include(size_in(bits.rest().substr(0, length)));
      bits.skip(length * 8);
    }
  }
  return largest;
}

}  // namespace lacit::codecs
