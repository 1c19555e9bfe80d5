// Layout: the tree, a viewport and font metrics in; boxes and lines of text out. Pure: no ImGui, no browser.
//
// It follows CSS flexbox and grid for the few flows that the style table knows (document/style.h), so that the painted
// view puts everything where the plain view's stylesheet would.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/geometry.h"
#include "document/node.h"
#include "layout/measurer.h"

namespace lacit::layout {

/// What the browser window gives, in CSS pixels.
struct Viewport {
  float width = 0;  ///< Of the page: without a scroll bar.
  float height = 0;
  float media_width = 0;  ///< What media queries compare: with the scroll bar (CSS Media Queries 4, 4.1).

  static constexpr Viewport of(float width, float height) { return {width, height, width}; }
};

/// What may change about a page after it was described: nodes shown or hidden, opened or closed, texts of status
/// lines, and what only paint looks at: fields in error, bars of progress.
struct State {
  std::vector<bool> hidden;                                  ///< By NodeId.
  std::vector<bool> open;                                    ///< By NodeId; details only.
  std::unordered_map<document::NodeId, document::Run> text;  ///< Replaces all runs of a block.
  std::vector<bool> invalid;                                 ///< By NodeId; fields whose frame is red.
  std::unordered_map<document::NodeId, float> progress;      ///< From 0 to 1.
  document::NodeId focused = document::no_node;              ///< The skip link shows only while it has focus.

  /// Nodes that the browser draws, with all that is in them: their words or their looks are not what C++ knows, or the
  /// fonts lack a letter. With what the browser measured of each, border box, CSS pixels: the width at which nothing
  /// wraps, and the height at the width it was given. Zero: not measured yet.
  std::unordered_map<document::NodeId, base::Size> browser_drawn;

  static State of(const document::Tree& tree);
};

/// How a box moves when the page scrolls.
enum class ContainingBlock : std::uint8_t {
  page,      ///< with the page
  viewport,  ///< stays: its coordinates are the viewport's
};

struct Box {
  base::Rect rect;  ///< CSS pixels, in the coordinates of its frame.
  ContainingBlock frame = ContainingBlock::page;
  bool shown = false;  ///< Nodes not shown have no rectangle.
};

/// A stretch of one run on one painted line. A line of a paragraph with a bold word has three.
struct Fragment {
  document::NodeId block = document::no_node;
  std::uint16_t run = 0;
  std::uint32_t begin = 0;  ///< Bytes into the run's text.
  std::uint32_t end = 0;
  float x = 0;    ///< CSS pixels, in the block's frame.
  float top = 0;  ///< Of the line box.
  float width = 0;
  bool ends_line = false;  ///< Nothing more of this block follows on this line.
};

struct Layout {
  document::Width width_class = document::Width::compact;
  std::vector<Box> boxes;                                                ///< By NodeId.
  std::vector<Fragment> fragments;                                       ///< Those of a block stand together, in order.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> block_fragments;  ///< By NodeId: first and one past the last.
  float height = 0;                                                      ///< Of the whole page.
  float pinned_top = 0;  ///< Height of what stays at the viewport's top.
  float pinned_bottom = 0;

  struct Deferred {
    document::NodeId id = document::no_node;
    bool detailed = false;  ///< What is in it is laid out too.
  };
  std::vector<Deferred> deferred;  ///< Boxes whose rule is `deferred`, from top to bottom.
};

/// Which stretch of the page is laid out in detail (CSS pixels); and what is kept from layout to layout, so that a long
/// gallery is measured once a width.
struct Detail {
  float top = std::numeric_limits<float>::lowest();
  float bottom = std::numeric_limits<float>::max();
  std::vector<std::pair<document::NodeId, base::Size>> sizes;  ///< Of deferred boxes; few enough to be looked through.
  std::optional<std::vector<float>> navigation;                ///< See navigation_thresholds.

  /// For another tree or another font.
  void forget() {
    sizes.clear();
    navigation.reset();
  }
};

[[nodiscard]] Layout lay_out(const document::Tree& tree, const State& state, Viewport viewport,
                             const Measurer& measurer, Detail& detail);
/// All of the page.
[[nodiscard]] Layout lay_out(const document::Tree& tree, const State& state, Viewport viewport,
                             const Measurer& measurer);

/// True where a deferred box between two page positions was laid out without what is in it.
[[nodiscard]] bool lacks_detail(const Layout& layout, float top, float bottom);

/// True where the fonts can draw every letter that a block shows now.
[[nodiscard]] bool can_draw(const document::Tree& tree, const State& state, document::NodeId block,
                            const Measurer& measurer);

/// The run texts that a block shows now: its own, or the state's replacement as one run.
[[nodiscard]] std::span<const document::Run> shown_runs(const document::Tree& tree, const State& state,
                                                        document::NodeId block);

}  // namespace lacit::layout
