// Reads the few numbers that layout needs from a TrueType file: advances, ascent and descent.
// Tables as in the OpenType specification 1.9: head, hhea, hmtx, cmap (formats 4 and 12).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "layout/measurer.h"

namespace lacit::layout {

class FontFace {
 public:
  /// `file` is a whole TTF. Fails on anything that is none; never reads outside of it.
  static base::Result<FontFace> read(std::string_view file);

  [[nodiscard]] bool has(char32_t code_point) const { return glyph(code_point) != 0; }
  /// In em; the advance of `.notdef` where the font lacks the character.
  [[nodiscard]] float advance(char32_t code_point) const;
  [[nodiscard]] float ascent() const { return ascent_; }
  [[nodiscard]] float descent() const { return descent_; }

 private:
  [[nodiscard]] std::uint16_t glyph(char32_t code_point) const;

  std::array<std::uint16_t, 256> latin1_{};  ///< Most text is here: no hashing on the hot path.
  std::unordered_map<char32_t, std::uint16_t> glyphs_;
  std::vector<float> advances_;
  float ascent_ = 0;
  float descent_ = 0;
};

/// The site's fonts: per weight a first face and further ones for the characters that it lacks.
class FontSet final : public Measurer {
 public:
  /// Adds a face. The first one of a weight sets ascent and descent.
  void add(bool bold, FontFace face);
  [[nodiscard]] bool complete() const { return !faces_[0].empty() && !faces_[1].empty(); }

  [[nodiscard]] float advance(char32_t code_point, bool bold) const override;
  [[nodiscard]] bool draws(char32_t code_point, bool bold) const override;
  [[nodiscard]] float ascent() const override { return faces_[0].front().ascent(); }
  [[nodiscard]] float descent() const override { return faces_[0].front().descent(); }

 private:
  std::array<std::vector<FontFace>, 2> faces_;
};

}  // namespace lacit::layout
