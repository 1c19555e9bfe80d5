// What sort of character a code point is, where only that matters.
#pragma once

namespace lacit::base {

/// False for what is no picture of its own: controls, what is shown only as its effect on its neighbours (joiners,
/// variation selectors, soft hyphens, directions), and marks that are set over or under a letter. Unicode 15:
/// Default_Ignorable_Code_Point, gc=Cc, and the combining marks that fonts for Latin have.
[[nodiscard]] constexpr bool stands_alone(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool format = c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
                      (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c >= 0xE0000;
  const bool mark = (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
                    (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFE20 && c <= 0xFE2F);
  return !control && !format && !mark;
}

/// What is written from right to left, by the blocks that Unicode sets aside for it (UAX 9, table 4, and
/// DerivedBidiClass.txt: classes R and AL).
[[nodiscard]] constexpr bool is_right_to_left(char32_t c) {
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) ||
         (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

}  // namespace lacit::base
