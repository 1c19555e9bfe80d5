#include "codecs/png_colours.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <vector>

#include "codecs/colour_profile.h"

namespace lacit::codecs {
namespace {

constexpr std::size_t signature = 8;
constexpr std::size_t frame = 12;  // Length and type before a chunk's data, its sum after.

std::uint32_t big_endian_32(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// PNG, annex D.
std::uint32_t check_sum(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFF;
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = (sum & 1U) != 0 ? 0xEDB88320U ^ sum >> 1U : sum >> 1U;
  }
  return ~sum;
}

struct Chunk {
  std::string_view type;
  std::string_view data;
  std::string_view whole;
};

/// Those before the pixels.
std::vector<Chunk> chunks_of(std::string_view bytes) {
  std::vector<Chunk> chunks;
  for (std::size_t at = signature; at + frame <= bytes.size();) {
    const std::size_t length = big_endian_32(bytes, at);
    const std::string_view type = bytes.substr(at + 4, 4);
    if (type == "IDAT" || length > bytes.size() - at - frame) break;
    chunks.push_back({.type = type, .data = bytes.substr(at + 8, length), .whole = bytes.substr(at, frame + length)});
    at += frame + length;
  }
  return chunks;
}

constexpr std::size_t longest = 32;  // Of those that are looked for: cHRM.

/// The small ones by type, the first of each; those with a wrong sum are as if they were not there.
std::map<std::string_view, std::string_view> small_chunks(std::string_view bytes) {
  std::map<std::string_view, std::string_view> small;
  for (const Chunk& chunk : chunks_of(bytes)) {
    const std::size_t length = chunk.data.size();
    if (length > longest) continue;
    const bool sound = check_sum(chunk.whole.substr(4, 4 + length)) == big_endian_32(chunk.whole, 8 + length);
    if (sound) small.emplace(chunk.type, chunk.data);
  }
  return small;
}

/// Hundred thousandths.
std::optional<Primaries> primaries_of(std::string_view chunk) {
  if (chunk.size() != longest) return {};
  const auto point = [chunk](std::size_t i) {
    return Chromaticity{.x = big_endian_32(chunk, 8 * i) / 100'000.0, .y = big_endian_32(chunk, 8 * i + 4) / 100'000.0};
  };
  Primaries primaries{.white = point(0), .colours = {point(1), point(2), point(3)}};
  const auto possible = [](const Chromaticity& each) { return each.x <= 1 && each.y > 0 && each.y <= 1; };
  if (!possible(primaries.white) || !std::ranges::all_of(primaries.colours, possible)) return {};
  return primaries;
}

bool is_srgb(const Primaries& primaries) {
  const auto near = [](const Chromaticity& one, const Chromaticity& other) {
    return std::abs(one.x - other.x) < 0.002 && std::abs(one.y - other.y) < 0.002;
  };
  return near(primaries.white, srgb_primaries.white) &&
         std::ranges::equal(primaries.colours, srgb_primaries.colours, near);
}

/// 45455 is what writers put beside sRGB's chunk for readers that do not know it (PNG, 11.3.2.5), and alone too.
std::optional<std::string> from_gamma(std::uint32_t gamma, const Primaries& primaries) {
  const bool srgb_curve = gamma >= 45'000 && gamma <= 46'000;
  if (srgb_curve) return is_srgb(primaries) ? std::nullopt : srgb_curve_profile(primaries);
  return gamma_profile(primaries, 100'000.0 / gamma);
}

/// Beyond a hundredth and a hundred they are mistakes.
std::optional<std::uint32_t> gamma_of(std::string_view chunk) {
  if (chunk.size() != 4) return {};
  const std::uint32_t gamma = big_endian_32(chunk, 0);
  return gamma >= 1'000 && gamma <= 10'000'000 ? std::optional(gamma) : std::nullopt;
}

/// Primaries, transfer, matrix, which must be 0, and whether all values are used.
std::optional<CodePoints> code_points(std::string_view chunk) {
  if (chunk.size() != 4 || chunk[2] != 0) return {};
  return CodePoints{.primaries = static_cast<unsigned char>(chunk[0]),
                    .transfer = static_cast<unsigned char>(chunk[1])};
}

}  // namespace

PngColours png_colours(std::string_view bytes) {
  auto chunks = small_chunks(bytes);
  if (const auto points = code_points(chunks["cICP"])) {
    return {.overrides_profile = true, .profile = profile_of(*points)};
  }
  if (chunks["sRGB"].size() == 1) return {};
  const auto gamma = gamma_of(chunks["gAMA"]);
  if (!gamma) return {};  // Primaries alone leave open how much light a value is; browsers do not heed them.
  return {.profile = from_gamma(*gamma, primaries_of(chunks["cHRM"]).value_or(srgb_primaries))};
}

std::optional<std::string> without_needless_srgb(std::string_view bytes) {
  const std::vector<Chunk> chunks = chunks_of(bytes);
  const auto has = [&](std::string_view type) { return std::ranges::find(chunks, type, &Chunk::type) != chunks.end(); };
  if (!has("iCCP") || !has("sRGB")) return {};
  std::string less(bytes.substr(0, signature));
  std::string_view last;
  for (const Chunk& chunk : chunks) {
    if (chunk.type != "sRGB") less += chunk.whole;
    last = chunk.whole;
  }
  const std::size_t end = static_cast<std::size_t>(last.data() - bytes.data()) + last.size();
  return less.append(bytes.substr(end));
}

}  // namespace lacit::codecs
