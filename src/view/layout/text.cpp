#include "layout/text.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "layout/break_rules.h"

namespace lacit::layout {
namespace {

struct Character {
  std::uint16_t run;
  std::uint32_t begin;
  std::uint32_t end;
  char32_t code_point;
  float advance;   ///< CSS pixels.
  bool collapsed;  ///< A space after a space, or before all words: takes no room (CSS Text 3, 4.1.1).
};

std::vector<Character> characters(const TextRequest& request, const Measurer& measurer) {
  std::vector<Character> all;
  bool after_space = true;
  for (std::size_t run = 0; run < request.runs.size(); ++run) {
    if (request.runs[run].unseen) continue;
    const std::string& text = request.runs[run].text;
    const bool bold = request.type.bold || request.runs[run].strong;
    for (std::size_t at = 0; at < text.size();) {
      char32_t code_point = 0;
      const std::size_t used = base::decode(text, at, code_point);
      const bool collapsed = after_space && code_point == U' ';
      after_space = code_point == U' ';
      all.push_back({static_cast<std::uint16_t>(run), static_cast<std::uint32_t>(at),
                     static_cast<std::uint32_t>(at + used), code_point,
                     collapsed ? 0 : measurer.advance(code_point, bold) * request.size, collapsed});
      at += used;
    }
  }
  return all;
}

struct LineRange {
  std::size_t begin = 0;
  std::size_t end = 0;   ///< Without the spaces at the line's end.
  std::size_t next = 0;  ///< Where the next line begins.
  float width = 0;
};

Neighbours neighbours(const std::vector<Character>& text, std::size_t at) {
  return {at > 1 ? text[at - 2].code_point : 0, text[at - 1].code_point, text[at].code_point};
}

// Takes as many characters as fit; an over-long word is cut (CSS overflow-wrap: anywhere).
LineRange next_line(const std::vector<Character>& text, std::size_t begin, float available) {
  // Browsers round widths to 1/64 px; without this slack a line that fits exactly would break here and not there.
  constexpr float slack = 1.0F / 64.0F;
  LineRange best{begin, begin, begin, 0};
  LineRange here = best;
  for (std::size_t i = begin; i < text.size(); ++i) {
    const bool space = text[i].code_point == U' ';
    if (space) {
      best = {begin, here.end, i + 1, here.width};
    } else if (i > begin && text[i - 1].code_point != U' ' && may_break_between(neighbours(text, i))) {
      best = {begin, i, i, here.width};
    }
    float width = 0;
    for (std::size_t k = here.end; k <= i; ++k) width += text[k].advance;
    if (!space) {
      if (here.width + width > available + slack && i > begin) {
        return best.next > begin ? best : LineRange{begin, i, i, here.width};
      }
      here = {begin, i + 1, i + 1, here.width + width};
    }
  }
  here.next = text.size();
  return here;
}

float start_of(const TextRequest& request, float line_width) {
  const float rest = std::max(0.0F, request.available - line_width);
  if (request.align == document::Align::center) return rest / 2;
  if (request.align == document::Align::end) return rest;
  return 0;
}

void emit(const std::vector<Character>& text, const LineRange& line, float x, float top, std::vector<Fragment>& out) {
  for (std::size_t i = line.begin; i < line.end;) {
    if (text[i].collapsed) {
      ++i;
      continue;
    }
    Fragment fragment;
    fragment.run = text[i].run;
    fragment.begin = text[i].begin;
    fragment.x = x;
    fragment.top = top;
    for (; i < line.end && text[i].run == fragment.run && !text[i].collapsed; ++i) {
      fragment.end = text[i].end;
      fragment.width += text[i].advance;
    }
    x += fragment.width;
    out.push_back(fragment);
  }
  if (!out.empty()) out.back().ends_line = true;
}

}  // namespace

float measure(std::string_view text, bool bold, const Measurer& measurer) {
  float width = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t code_point = 0;
    at += base::decode(text, at, code_point);
    width += measurer.advance(code_point, bold);
  }
  return width;
}

TextLines break_lines(const TextRequest& request, const Measurer& measurer) {
  const std::vector<Character> text = characters(request, measurer);
  const float available = request.nowrap ? 1e9F : request.available;
  TextLines result;
  for (std::size_t at = 0; at < text.size();) {
    const LineRange line = next_line(text, at, available);
    at = line.next;
    if (line.end == line.begin) continue;  // Nothing but spaces.
    const float top = static_cast<float>(result.lines) * document::line_height(request.type, request.size);
    emit(text, line, start_of(request, line.width), top, result.fragments);
    result.width = std::max(result.width, line.width);
    ++result.lines;
  }
  return result;
}

}  // namespace lacit::layout
