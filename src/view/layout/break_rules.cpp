#include "layout/break_rules.h"

#include <string_view>

namespace lacit::layout {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_ascii_alphanumeric(char32_t c) { return is_digit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

// LB13, LB19, LB21: never at the start of a line, whatever stands before them.
bool sticks(char32_t c) { return is_one_of(c, U"!),./:;?]}«»–‘’“”…‹›\u2009\u2044"); }
bool opens(char32_t c) { return is_one_of(c, U"([{<"); }
// Openers and signs of money or measure past ASCII, and dashes that stand by themselves (classes OP, PR, PO, BB, B2).
bool is_sign(char32_t c) { return is_one_of(c, U"¡¢£¤¥°±´¿—‚„€₹−"); }
// Signs that a number begins with: «5.€» is one.
bool is_money(char32_t c) { return is_one_of(c, U"€₹−"); }
bool is_ascii(char32_t c) { return c < 0x80; }
// What a hyphen at the beginning of a word follows.
bool starts_word(char32_t earlier) { return is_one_of(earlier, U" -\u00A0") || earlier == 0; }

}  // namespace

bool may_break_between(const Neighbours& at) {
  const auto [earlier, before, after] = at;
  if (sticks(after) || before == U'\u00A0') return false;
  if (after == U'\u00A0') return is_one_of(before, U"-|–\u2009");                            // LB12a
  if (is_digit(earlier) && is_one_of(before, U"),./:;]}") && is_money(after)) return false;  // LB25
  switch (before) {
    case U'-':
      if (starts_word(earlier) && !is_ascii(after)) return is_sign(after);  // LB20a
      // «-5» is a number, «504-555» are two.
      return after != U'$' && (!is_digit(after) || is_ascii_alphanumeric(earlier));
    case U'?': return after != U'"' && after != U'\'';
    case U'–':
      if (starts_word(earlier)) return is_digit(after) || is_one_of(after, U"$%(+[\\{") || is_sign(after);  // LB20a
      return !is_one_of(after, U"\"'-|");
    case U'—':
    case U'…':
    case U'\u2009': return !is_one_of(after, U"\"'-|") && (before != after || before == U'\u2009');
    case U'!':
    case U'|':
    case U'}': return is_ascii(after) ? opens(after) : true;
    case U'/': return !is_ascii(after);
    case U'$': return is_sign(after);
    case U'"': return opens(after);
    case U'%':
    case U'+':
    case U'\\':
    case U')':
    case U',':
    case U'.':
    case U':':
    case U';':
    case U']': return opens(after) || is_sign(after);
    case U'#':
    case U'&':
    case U'*':
    case U'=':
    case U'>':
    case U'~': return opens(after) || after == U'—' || after == U'´';
    case U'(':
    case U'[':
    case U'{':
    case U'\'':
    case U'«':
    case U'‘':
    case U'’':
    case U'“':
    case U'”':
    case U'»':
    case U'‹':
    case U'›':
    case U'¡':
    case U'¿':
    case U'´':
    case U'‚':
    case U'„': return false;
    default: break;
  }
  if (before == U'\u2044' && is_digit(earlier)) return is_one_of(after, U"([{¡´¿—‚„");
  if (is_one_of(before, U"¢£¤¥°±€₹−\u2044")) return is_one_of(after, U"$%(+[\\{") || is_sign(after);
  return after == U'—' || after == U'´';
}

}  // namespace lacit::layout
