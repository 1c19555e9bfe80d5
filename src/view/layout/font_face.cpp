#include "layout/font_face.h"

#include <algorithm>
#include <utility>

#include "base/characters.h"

namespace lacit::layout {
namespace {

// Big-endian reads that give zero outside of the file: a damaged font measures wrong, but harms nothing.
class Bytes {
 public:
  explicit Bytes(std::string_view file) : file_(file) {}

  [[nodiscard]] std::uint32_t u8(std::size_t at) const {
    return at < file_.size() ? static_cast<unsigned char>(file_[at]) : 0U;
  }
  [[nodiscard]] std::uint32_t u16(std::size_t at) const { return u8(at) << 8U | u8(at + 1); }
  [[nodiscard]] std::uint32_t u32(std::size_t at) const { return u16(at) << 16U | u16(at + 2); }
  [[nodiscard]] std::int32_t i16(std::size_t at) const {
    return static_cast<std::int16_t>(static_cast<std::uint16_t>(u16(at)));
  }

  /// Offset of a table by its four-letter tag; 0 where the font has none.
  [[nodiscard]] std::size_t table(std::string_view tag) const {
    const std::size_t count = u16(4);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t record = 12 + 16 * i;
      if (record + 16 <= file_.size() && file_.substr(record, 4) == tag) return u32(record + 8);
    }
    return 0;
  }

 private:
  std::string_view file_;
};

using GlyphMap = std::unordered_map<char32_t, std::uint16_t>;

// cmap format 4: segments of the Basic Multilingual Plane.
void read_segments(const Bytes& bytes, std::size_t at, GlyphMap& map) {
  const std::size_t segments = bytes.u16(at + 6) / 2;
  const std::size_t ends = at + 14;
  const std::size_t starts = ends + 2 * segments + 2;
  for (std::size_t i = 0; i < segments; ++i) {
    const std::uint32_t start = bytes.u16(starts + 2 * i);
    const std::uint32_t end = bytes.u16(ends + 2 * i);
    const std::uint32_t delta = bytes.u16(starts + 2 * (segments + i));
    const std::size_t range_at = starts + 2 * (2 * segments + i);
    const std::uint32_t range = bytes.u16(range_at);
    for (std::uint32_t c = start; c <= end && c != 0xFFFF; ++c) {
      std::uint32_t glyph = range == 0 ? c : bytes.u16(range_at + range + 2UL * (c - start));
      if (glyph != 0) glyph = (glyph + delta) & 0xFFFFU;
      if (glyph != 0) map[c] = static_cast<std::uint16_t>(glyph);
    }
  }
}

// cmap format 12: groups of the whole of Unicode. The cap keeps a hostile file from filling memory.
void read_groups(const Bytes& bytes, std::size_t at, GlyphMap& map) {
  constexpr std::size_t most = 0x10000;
  const std::size_t groups = bytes.u32(at + 12);
  for (std::size_t i = 0; i < groups && i < most && map.size() < most; ++i) {
    const std::size_t group = at + 16 + 12 * i;
    const std::uint32_t start = bytes.u32(group);
    const std::uint32_t end = bytes.u32(group + 4);
    const std::uint32_t first = bytes.u32(group + 8);
    if (end < start || end - start > most || end > 0x10FFFF) continue;
    for (std::uint32_t c = start; c <= end; ++c) map[c] = static_cast<std::uint16_t>(first + (c - start));
  }
}

GlyphMap read_cmap(const Bytes& bytes, std::size_t cmap) {
  GlyphMap map;
  const std::size_t count = bytes.u16(cmap + 2);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = cmap + bytes.u32(cmap + 4 + 8 * i + 4);
    const std::uint32_t format = bytes.u16(at);
    if (format == 4) read_segments(bytes, at, map);
    if (format == 12) read_groups(bytes, at, map);
  }
  return map;
}

}  // namespace

base::Result<FontFace> FontFace::read(std::string_view file) {
  const Bytes bytes(file);
  const std::size_t head = bytes.table("head");
  const std::size_t hhea = bytes.table("hhea");
  const std::size_t hmtx = bytes.table("hmtx");
  const std::size_t cmap = bytes.table("cmap");
  const auto units = static_cast<float>(bytes.u16(head + 18));
  if (head == 0 || hhea == 0 || hmtx == 0 || cmap == 0 || units == 0) {
    return base::Error{"this is not a TrueType font (head, hhea, hmtx or cmap is missing); give a .ttf file"};
  }
  FontFace face;
  face.ascent_ = static_cast<float>(bytes.i16(hhea + 4)) / units;
  face.descent_ = -static_cast<float>(bytes.i16(hhea + 6)) / units;
  const std::size_t metrics = bytes.u16(hhea + 34);
  for (std::size_t i = 0; i < metrics; ++i) {
    face.advances_.push_back(static_cast<float>(bytes.u16(hmtx + 4 * i)) / units);
  }
  if (face.advances_.empty()) return base::Error{"this font has no advance widths; give another .ttf file"};
  face.glyphs_ = read_cmap(bytes, cmap);
  for (const auto& [code_point, glyph] : face.glyphs_) {
    if (code_point < face.latin1_.size()) face.latin1_[code_point] = glyph;
  }
  return face;
}

std::uint16_t FontFace::glyph(char32_t code_point) const {
  if (code_point < latin1_.size()) return latin1_[code_point];
  const auto found = glyphs_.find(code_point);
  return found == glyphs_.end() ? std::uint16_t{0} : found->second;
}

float FontFace::advance(char32_t code_point) const {
  const std::size_t index = glyph(code_point);
  // Glyphs past the last metric share it (hmtx, OpenType 1.9).
  return index < advances_.size() ? advances_[index] : advances_.back();
}

void FontSet::add(bool bold, FontFace face) { faces_[bold ? 1 : 0].push_back(std::move(face)); }

float FontSet::advance(char32_t code_point, bool bold) const {
  const auto& faces = faces_[bold ? 1 : 0];
  for (const FontFace& face : faces) {
    if (face.has(code_point)) return face.advance(code_point);
  }
  return faces.front().advance(code_point);
}

bool FontSet::draws(char32_t code_point, bool bold) const {
  if (!base::stands_alone(code_point)) return false;
  return std::ranges::any_of(faces_[bold ? 1 : 0], [=](const FontFace& face) { return face.has(code_point); });
}

}  // namespace lacit::layout
