#include "paint/icon.h"

#include <array>
#include <cmath>

namespace lacit::paint {
namespace {

constexpr float units = 24;
constexpr float stroke = 2;

// Reads numbers off path data (SVG 2, 9.3): digits, sign and point; commas and spaces between them.
class Numbers {
 public:
  explicit Numbers(std::string_view text) : rest_(text) {}

  /// The next command letter, or 0 at the end.
  char command() {
    skip();
    if (rest_.empty()) return 0;
    const char c = rest_.front();
    if (c < 'A') return last_;  // A number: the last command again.
    rest_.remove_prefix(1);
    last_ = c == 'M' ? 'L' : c;
    return c;
  }
  float next() {
    skip();
    float sign = 1;
    if (!rest_.empty() && rest_.front() == '-') {
      sign = -1;
      rest_.remove_prefix(1);
    }
    float value = digits();
    if (!rest_.empty() && rest_.front() == '.') {
      rest_.remove_prefix(1);
      const std::size_t before = rest_.size();
      const float fraction = digits();
      value += fraction / std::pow(10.0F, static_cast<float>(before - rest_.size()));
    }
    return sign * value;
  }

 private:
  void skip() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == ',')) rest_.remove_prefix(1);
  }
  float digits() {
    float value = 0;
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
      value = value * 10 + static_cast<float>(rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    return value;
  }

  std::string_view rest_;
  char last_ = 0;
};

// Turns icon units into device pixels.
struct Placement {
  Surface& surface;
  base::Rect box;
  float sine;
  float cosine;

  [[nodiscard]] ImVec2 operator()(float x, float y) const {
    const float dx = x - units / 2;
    const float dy = y - units / 2;
    const float scale = box.width / units;
    return surface.at(box.x + box.width / 2 + (dx * cosine - dy * sine) * scale,
                      box.y + box.height / 2 + (dx * sine + dy * cosine) * scale);
  }
};

// ImGui's strokes end square: dots make the ends round (SVG stroke-linecap and stroke-linejoin round).
void finish(Surface& surface, ImU32 color, float thick, bool closed) {
  ImDrawList& list = surface.list;
  if (list._Path.Size == 0) return;
  const ImVec2 first = list._Path.front();
  const ImVec2 last = list._Path.back();
  list.PathStroke(color, closed ? ImDrawFlags_Closed : 0, thick);
  if (closed) return;
  list.AddCircleFilled(first, thick / 2, color);
  list.AddCircleFilled(last, thick / 2, color);
}

}  // namespace

void draw_icon(Surface& surface, std::string_view path, const base::Rect& box, ImU32 color, float turn) {
  constexpr float quarter = 1.57079633F;
  const Placement place{surface, box, std::sin(turn * quarter), std::cos(turn * quarter)};
  const float thick = stroke * box.width / units * surface.ratio;
  Numbers in(path);
  while (const char command = in.command()) {
    if (command == 'Z') {
      finish(surface, color, thick, true);
    } else if (command == 'C') {
      std::array<float, 6> n{};
      for (float& value : n) value = in.next();
      surface.list.PathBezierCubicCurveTo(place(n[0], n[1]), place(n[2], n[3]), place(n[4], n[5]));
    } else if (command == 'M' || command == 'L') {
      if (command == 'M') finish(surface, color, thick, false);
      const float x = in.next();
      surface.list.PathLineTo(place(x, in.next()));
    } else {
      break;
    }
  }
  finish(surface, color, thick, false);
}

}  // namespace lacit::paint
