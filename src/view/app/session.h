// One visitor's view of one page: tree, state, layout and what is painted of them. The only place that changes state.
//
// A platform feeds it (page, viewport, fonts, states, pointer) and asks two things: is there something to paint, and
// what does the overlay have to look like. Nothing here knows a browser.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "document/tree_file.h"
#include "layout/font_face.h"
#include "layout/layout.h"
#include "paint/motion.h"
#include "paint/painter.h"
#include "paint/scene.h"

namespace lacit::app {

/// The window, as the platform measures it.
struct Window {
  layout::Viewport viewport;
  float ratio = 1;  ///< Device pixels per CSS pixel.
};

class Session {
 public:
  /// Its fonts go into that atlas, from which all that it paints is drawn.
  explicit Session(ImFontAtlas& atlas) : painter_(atlas) {}

  /// A TTF of the site. Must be there, regular and bold, before the first layout.
  base::Result<bool> add_font(bool bold, std::string file);
  /// Replaces the page by a tree file's. State, hover and focus start anew.
  base::Result<bool> open(std::string_view tree_file);

  /// Always asks for layout and a frame, even at the same size: a canvas whose size is set is empty.
  void resize(const Window& window);
  /// From here on, what is so already changes nothing and asks for no frame.
  void use_dark(bool dark);
  void use_more_contrast(bool more);
  void reduce_motion(bool reduced);
  void set_hidden(document::NodeId id, bool hidden);
  void set_open(document::NodeId id, bool open);
  void set_current(document::NodeId id, bool current);
  void set_checked(document::NodeId id, bool checked);
  void set_invalid(document::NodeId id, bool invalid);
  /// Of a bar; from 0 to 1.
  void set_progress(document::NodeId id, float part);
  void set_text(document::NodeId id, std::string text);
  /// Leaves a node, with all that is in it, to the browser, or takes it back; what the fonts cannot draw stays there.
  void leave_to_browser(document::NodeId id, bool left);
  /// What the browser measured of a node that it draws: see layout::State. True where that was not known.
  bool set_measured(document::NodeId id, base::Size size);
  /// Whether a node is a block of text, and not what holds others or stands in one.
  [[nodiscard]] bool is_text(document::NodeId id) const;
  /// Whether that is the whole text that a block shows.
  [[nodiscard]] bool shows(document::NodeId id, std::string_view text) const;
  void hover(document::NodeId id);
  void press(document::NodeId id);
  void focus(document::NodeId id, bool ring);
  void invalidate() { dirty_ = true; }

  [[nodiscard]] bool ready() const { return fonts_ready() && page_open_; }
  /// Lays out if something changed since the last time, or if the scroll position (CSS pixels) comes near to what was
  /// left for later; true where it did.
  bool update_layout(float scroll);
  [[nodiscard]] const layout::Layout& layout() const { return layout_; }
  [[nodiscard]] const layout::State& state() const { return state_; }
  [[nodiscard]] const document::Tree& tree() const { return file_.tree; }
  [[nodiscard]] const Window& window() const { return window_; }

  /// Pictures that the layout has between two page positions (CSS pixels), in painting order.
  [[nodiscard]] std::vector<document::NodeId> images(float top, float bottom) const;
  [[nodiscard]] bool reduced_motion() const { return motion_.reduced(); }

  /// Something to paint: a change since the last frame, motion, or another scroll position.
  [[nodiscard]] bool needs_frame(float scroll) const;
  /// Paints into ImGui's background list. `now` in seconds. True while motion asks for a further frame.
  bool paint(ImDrawList& list, double now, float scroll,
             const std::function<paint::Picture(document::NodeId)>& picture);

  /// Draws a part of what a scroll position shows, to be thrown away: see paint::Painter. True while there is more.
  [[nodiscard]] bool rehearse(ImDrawList& list, float scroll, std::size_t first, std::size_t count);

  paint::Painter& painter() { return painter_; }

 private:
  [[nodiscard]] bool fonts_ready() const { return measurer_.complete() && painter_.fonts.complete(); }
  [[nodiscard]] document::Palette palette() const;
  [[nodiscard]] paint::Frame frame(const document::Palette& colors, float scroll,
                                   const std::function<paint::Picture(document::NodeId)>& picture) const;
  [[nodiscard]] bool lacks_detail(float scroll) const;
  [[nodiscard]] bool known(document::NodeId id) const { return id < file_.tree.size(); }
  /// Settles who draws a node, after its text or the fonts have changed.
  void judge(document::NodeId id);
  void judge_all();
  void change_layout() { stale_ = dirty_ = true; }
  /// The same where only what is around a node is another.
  void change_layout(document::NodeId around);

  document::TreeFile file_;
  layout::State state_;
  layout::Layout layout_;
  layout::Detail detail_;
  layout::FontSet measurer_;
  paint::Painter painter_;
  paint::Scene scene_;
  paint::Motion motion_;
  std::vector<std::unique_ptr<std::string>> font_files_;  ///< ImGui keeps pointers into them.
  Window window_;
  bool dark_ = false;
  bool more_contrast_ = false;
  std::unordered_set<document::NodeId> left_;  ///< To the browser, by the platform.
  bool unjudged_ = true;                       ///< Another page, or other fonts.
  bool page_open_ = false;
  bool stale_ = true;  ///< Layout no longer fits.
  bool dirty_ = true;  ///< The canvas no longer fits.
  bool moving_ = false;
  float painted_scroll_ = -1;
  double painted_at_ = 0;
};

}  // namespace lacit::app
