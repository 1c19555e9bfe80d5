// The look of the site as one table: every style class, its box, flow and type at three widths.
// The plain view's stylesheet is printed from it; layout and paint of the painted view read it. One truth, two views.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/geometry.h"
#include "document/style_names.h"

namespace lacit::document {

/// Width classes, in CSS pixels: compact below 640, medium below 1024, wide from there on.
enum class Width : std::uint8_t { compact, medium, wide };
inline constexpr float medium_from = 640;
inline constexpr float wide_from = 1024;
[[nodiscard]] constexpr Width width_class(float viewport_width) {
  return viewport_width < medium_from ? Width::compact : viewport_width < wide_from ? Width::medium : Width::wide;
}

/// One value a width class.
template <typename T>
struct PerWidth {
  std::array<T, 3> values{};

  constexpr PerWidth() = default;
  constexpr PerWidth(T all) : values{all, all, all} {}
  constexpr PerWidth(T compact, T medium, T wide) : values{compact, medium, wide} {}
  constexpr const T& operator[](Width width) const { return values[static_cast<std::size_t>(width)]; }
  constexpr bool operator==(const PerWidth&) const = default;
};

enum class Color : std::uint8_t {
  none,
  paper,
  surface,
  tint,
  ink,
  muted,
  line,
  brand,
  on_brand,
  accent,
  accent_soft,
  deep,
  on_deep,
  deep_muted,
  // Not in site.json.
  deep_line,    // A quarter of the way from deep to deep_muted.
  danger,       // Of what is wrong, beside words and marks that say so too.
  danger_soft,  // A ground under danger and ink.
};
inline constexpr std::size_t color_count = 17;

enum class Type : std::uint8_t { body, lead, small, card, h1, h2, h3, figure, label, button, brand, statement, name };
inline constexpr std::size_t type_count = 13;

/// A type style. Size in CSS pixels, line height as a multiple of it.
struct TypeStyle {
  std::string_view name;
  PerWidth<float> size;
  float line_height;
  bool bold;
};

enum class Flow : std::uint8_t {
  stack,      ///< children under one another (CSS: flex column)
  row,        ///< children side by side (CSS: flex row)
  grid,       ///< equal columns, or `tracks` where given (CSS: grid)
  justified,  ///< rows of pictures, as high as makes each row as wide as the box (document/row_ratio.h)
  text,       ///< runs of inline text
  leaf,       ///< image, icon or field: size from the rule, or the picture's ratio
  span,       ///< a stretch of its parent's text (CSS: inline)
  none,       ///< never shown in the painted view (CSS: visually hidden until focused)
  /// Drawn by the browser in both views, with all that is in it: no rule is printed (web/ has its own), nothing is laid
  /// out or painted. For what lies over the page in the top layer, such as the lightbox.
  browser,
};

enum class Align : std::uint8_t { start, center, end, stretch, baseline };
enum class Justify : std::uint8_t { start, center, end, between };
enum class Marker : std::uint8_t { none, dot, number };
/// Of the disc behind a number and of its figures: they must show on paper and on tint alike.
inline constexpr Color number_ground = Color::brand;
inline constexpr Color number_figure = Color::on_brand;
enum class Underline : std::uint8_t { none, always, hover };
enum class Shadow : std::uint8_t { none, card, menu };

/// Boxes that stay in the viewport while the page scrolls (CSS: position sticky).
enum class Pin : std::uint8_t {
  none,
  top,            ///< Always at the top.
  top_when_tall,  ///< Under the boxes pinned before it, where the viewport is at least 560 high (WCAG 1.4.10 at 400 %).
  bottom,
};

/// Everything about a style class. Lengths in CSS pixels. Zero means «not set».
struct Rule {
  Flow flow = Flow::stack;
  PerWidth<base::Edges> padding{};
  PerWidth<float> gap{};  ///< Between children, both ways unless row_gap is set.
  PerWidth<float> row_gap{};
  PerWidth<std::uint8_t> columns{1};        ///< Grid: equal columns.
  PerWidth<std::array<float, 4>> tracks{};  ///< Grid or table row: fractions of the width; zeros end the list.
  PerWidth<std::uint8_t> column_span{1};    ///< In a grid: columns this child spans (255: the rest of the row).
  PerWidth<float> row_height{};             ///< Justified: the least height of a row's pictures, but for too wide ones.
  bool row_ratio = false;                   ///< Leaf: has its row_ratio, not quite the picture's own.
  bool deferred = false;                    ///< Inside, nothing is laid out but what is near the viewport.
  bool gutter = false;                      ///< Sides padded so that the content is at most 1160 wide (least_gutter).
  bool wrap = false;                        ///< Row: may wrap.
  bool grow = false;                        ///< In a row: takes the width that is left.
  Align align = Align::stretch;             ///< Of children, across the flow.
  Justify justify = Justify::start;         ///< Of children, along the flow.
  PerWidth<bool> hidden{};                  ///< Not shown at this width.
  float max_width = 0;
  PerWidth<float> width{};
  PerWidth<float> height{};
  float min_height = 0;
  float min_width = 0;
  Type type = Type::body;
  Align text_align = Align::start;
  Color color = Color::none;  ///< Of text and icons; none: the parent's.
  Color background = Color::none;
  Color background_to = Color::none;  ///< Vertical gradient from background to this.
  Color border = Color::none;
  float border_width = 1;                ///< Inside the box.
  base::Edges border_sides{1, 1, 1, 1};  ///< 1 draws that side, 0 does not (rounded only when all four).
  Color stripe = Color::none;            ///< A bar, 6 wide, along the left side.
  float radius = 0;
  Shadow shadow = Shadow::none;
  Marker marker = Marker::none;  ///< Of items: drawn in the left padding.
  Underline underline = Underline::none;
  bool ring_inside = false;  ///< The focus ring is inside of the box, since what is around it would cover a ring.
  Color hover_color = Color::none;
  Color hover_background = Color::none;
  Color current_stripe = Color::none;  ///< A bar, 3 high, along the bottom when aria-current.
  bool lift = false;                   ///< Rises 2 px on hover.
  bool floating = false;               ///< Under its opener and above the page (menu panel).
  Pin pin = Pin::none;
  bool nowrap = false;  ///< Text stays on one line.
};

[[nodiscard]] const Rule& rule(Style style);
/// The CSS class: the enumerator's name with hyphens.
[[nodiscard]] std::string_view style_name(Style style);
[[nodiscard]] constexpr std::size_t style_count() { return style_total; }
[[nodiscard]] const TypeStyle& type_style(Type type);
/// Height of a line box in whole CSS pixels: WebKit cuts off fractions of them, Blink of 1/64 px and Gecko of 1/60,
/// which would add up over a long text.
[[nodiscard]] float line_height(const TypeStyle& type, float size);
[[nodiscard]] std::string_view color_name(Color color);

/// Content is at most this wide; the gutters keep at least this distance to the viewport's sides (CSS pixels).
inline constexpr float content_width = 1160;
[[nodiscard]] constexpr float least_gutter(Width width) { return width == Width::compact ? 20.0F : 24.0F; }
[[nodiscard]] constexpr float gutter(float viewport_width) {
  const float least = least_gutter(width_class(viewport_width));
  const float rest = (viewport_width - content_width) / 2;
  return rest > least ? rest : least;
}

}  // namespace lacit::document
