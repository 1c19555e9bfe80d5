#include "codecs/av1_stream.h"

#include "codecs/bits.h"

namespace lacit::codecs {
namespace {

/// AV1, 4.10.5.
std::uint64_t leb128(Bits& bits) {
  std::uint64_t value = 0;
  for (unsigned i = 0; i < 8; ++i) {
    const std::uint64_t byte = bits.take(8);
    value |= (byte & 0x7FU) << (i * 7);
    if ((byte & 0x80U) == 0) break;
  }
  return value;
}

/// AV1, 4.10.3.
void skip_uvlc(Bits& bits) {
  unsigned zeros = 0;
  while (!bits.ended() && !bits.flag()) ++zeros;
  if (zeros < 32) bits.skip(zeros);
}

/// AV1, 5.5.1, from timing_info_present_flag to the last operating point.
void skip_operating_points(Bits& bits) {
  bool has_model = false;
  unsigned delay_bits = 0;
  if (bits.flag()) {
    bits.skip(64);
    if (bits.flag()) skip_uvlc(bits);
    has_model = bits.flag();
    if (has_model) {
      delay_bits = static_cast<unsigned>(bits.take(5)) + 1;
      bits.skip(32 + 10);
    }
  }
  const bool has_display_delay = bits.flag();
  for (std::uint64_t left = bits.take(5) + 1; left > 0; --left) {
    bits.skip(12);
    if (bits.take(5) > 7) bits.skip(1);
    if (has_model && bits.flag()) bits.skip(2ULL * delay_bits + 1);
    if (has_display_delay && bits.flag()) bits.skip(4);
  }
}

/// A sequence header up to its size (5.5.1).
struct Sequence {
  Bits bits;  ///< What follows.
  unsigned profile = 0;
  bool reduced = false;
  CodedSize size{};
};

Sequence sequence(std::string_view unit) {
  Sequence read{.bits = Bits(unit)};
  Bits& bits = read.bits;
  read.profile = static_cast<unsigned>(bits.take(3));
  bits.skip(1);
  read.reduced = bits.flag();
  if (read.reduced) {
    bits.skip(5);
  } else {
    skip_operating_points(bits);
  }
  const auto width_bits = static_cast<unsigned>(bits.take(4)) + 1;
  const auto height_bits = static_cast<unsigned>(bits.take(4)) + 1;
  read.size.width = bits.take(width_bits) + 1;
  read.size.height = bits.take(height_bits) + 1;
  return read;
}

/// 5.5.1, from enable_interintra_compound to order_hint_bits_minus_1.
void skip_motion_tools(Bits& bits) {
  bits.skip(4);
  const bool order_hint = bits.flag();
  if (order_hint) bits.skip(2);
  const bool screen_content = bits.flag() || bits.flag();
  if (screen_content && !bits.flag()) bits.skip(1);
  if (order_hint) bits.skip(3);
}

/// The colours of a sequence header (5.5.2).
std::optional<CodePoints> colours(Sequence header) {
  Bits& bits = header.bits;
  if (!header.reduced && bits.flag()) bits.skip(4 + 3);
  bits.skip(3);
  if (!header.reduced) skip_motion_tools(bits);
  bits.skip(3);
  if (bits.flag() && header.profile == 2) bits.skip(1);  // More than 8 bits, and whether 12.
  if (header.profile != 1) bits.skip(1);                 // Monochrome.
  if (!bits.flag()) return {};
  const auto primaries = static_cast<int>(bits.take(8));
  const auto transfer = static_cast<int>(bits.take(8));
  if (bits.ended()) return {};
  return CodePoints{.primaries = primaries, .transfer = transfer};
}

/// The unit at the beginning (5.3.2), its header read off.
struct Unit {
  bool is_sequence = false;
  std::string_view body;
  std::string_view after;
};

/// Nothing where it does not end within the bytes.
std::optional<Unit> unit_of(std::string_view units) {
  constexpr unsigned sequence_header = 1;
  Bits bits(units);
  bits.skip(1);
  const auto type = static_cast<unsigned>(bits.take(4));
  const bool extended = bits.flag();
  const bool has_size = bits.flag();
  bits.skip(extended ? 9 : 1);
  const std::uint64_t size = has_size ? leb128(bits) : bits.rest().size();
  const std::string_view rest = bits.rest();
  if (bits.ended() || size > rest.size()) return {};
  return Unit{.is_sequence = type == sequence_header, .body = rest.substr(0, size), .after = rest.substr(size)};
}

}  // namespace

CodedSize av1_size(std::string_view units) {
  CodedSize largest;
  while (!units.empty()) {
    const auto unit = unit_of(units);
    if (!unit) break;
    if (unit->is_sequence) largest.include(sequence(unit->body).size);
    units = unit->after;
  }
  return largest;
}

std::optional<CodePoints> av1_colours(std::string_view units) {
  while (!units.empty()) {
    const auto unit = unit_of(units);
    if (!unit) break;
    if (unit->is_sequence) return colours(sequence(unit->body));
    units = unit->after;
  }
  return {};
}

}  // namespace lacit::codecs
