// The WebAssembly program: the few calls that web/painted/painted.js makes. Plain C functions over plain numbers; every
// id is a node's `data-n`. Nothing here runs by itself: no loop, no timer.
#include <emscripten/emscripten.h>

#include <string>
#include <vector>

#include "app/overlay.h"
#include "app/session.h"
#include "platform/web/canvas.h"
#include "platform/web/pictures.h"

namespace {

using lacit::document::NodeId;

struct Program {
  lacit::web::Canvas canvas;
  lacit::web::Pictures pictures;
  lacit::app::Session session{canvas.atlas()};
  lacit::app::Overlay overlay;
  std::vector<float> wanted;
  lacit::base::Rect area;  ///< Of the window, that the canvas shows: device pixels.
};

Program& program() {
  static Program instance;
  return instance;
}

ImDrawList& begin_frame() {
  Program& p = program();
  return p.canvas.begin(p.area);
}

NodeId node(int id) { return id < 0 ? lacit::document::no_node : static_cast<NodeId>(id); }

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE bool lacit_start(const char* selector) { return program().canvas.start(selector); }

/// `bytes` is taken over: JavaScript allocates with malloc and does not free.
EMSCRIPTEN_KEEPALIVE bool lacit_font(bool bold, char* bytes, int size) {
  std::string file(bytes, static_cast<std::size_t>(size));
  std::free(bytes);
  return static_cast<bool>(program().session.add_font(bold, std::move(file)));
}

EMSCRIPTEN_KEEPALIVE bool lacit_page(const char* bytes, int size) {
  program().pictures.clear();
  return static_cast<bool>(program().session.open({bytes, static_cast<std::size_t>(size)}));
}

EMSCRIPTEN_KEEPALIVE void lacit_window(float width, float height, float media_width, float ratio) {
  program().session.resize({{width, height, media_width}, ratio});
}

/// What part of the window the canvas shows, in device pixels: all of it, or what is magnified by two fingers.
EMSCRIPTEN_KEEPALIVE void lacit_area(float x, float y, float width, float height) {
  program().area = {x, y, width, height};
  program().session.invalidate();
}

/// Floats in threes, see paint::Baseline; JavaScript fills in the third of each, then calls lacit_invalidate.
EMSCRIPTEN_KEEPALIVE float* lacit_baselines() { return &program().session.painter().baselines.all().data()->size; }
EMSCRIPTEN_KEEPALIVE int lacit_baseline_floats() {
  return static_cast<int>(program().session.painter().baselines.all().size() * 3);
}
/// After the graphics context was lost and given back: everything on the GPU is made anew.
EMSCRIPTEN_KEEPALIVE void lacit_restore() {
  program().canvas.restore();
  program().pictures.clear();
  program().session.invalidate();
}

EMSCRIPTEN_KEEPALIVE void lacit_invalidate() { program().session.invalidate(); }

EMSCRIPTEN_KEEPALIVE void lacit_dark(bool dark) { program().session.use_dark(dark); }
EMSCRIPTEN_KEEPALIVE void lacit_more_contrast(bool more) { program().session.use_more_contrast(more); }
EMSCRIPTEN_KEEPALIVE void lacit_reduce_motion(bool reduced) { program().session.reduce_motion(reduced); }
EMSCRIPTEN_KEEPALIVE void lacit_hidden(int id, bool hidden) { program().session.set_hidden(node(id), hidden); }
EMSCRIPTEN_KEEPALIVE void lacit_open(int id, bool open) { program().session.set_open(node(id), open); }
EMSCRIPTEN_KEEPALIVE void lacit_current(int id, bool on) { program().session.set_current(node(id), on); }
EMSCRIPTEN_KEEPALIVE void lacit_checked(int id, bool on) { program().session.set_checked(node(id), on); }
EMSCRIPTEN_KEEPALIVE void lacit_invalid(int id, bool on) { program().session.set_invalid(node(id), on); }
EMSCRIPTEN_KEEPALIVE void lacit_progress(int id, float part) { program().session.set_progress(node(id), part); }
EMSCRIPTEN_KEEPALIVE void lacit_text(int id, const char* text) { program().session.set_text(node(id), text); }
EMSCRIPTEN_KEEPALIVE void lacit_leave(int id, bool left) { program().session.leave_to_browser(node(id), left); }
EMSCRIPTEN_KEEPALIVE bool lacit_measured(int id, float width, float height) {
  return program().session.set_measured(node(id), {width, height});
}
EMSCRIPTEN_KEEPALIVE bool lacit_shows(int id, const char* text) { return program().session.shows(node(id), text); }
/// Whether a node is a block of text, and not what holds others or stands in one.
EMSCRIPTEN_KEEPALIVE bool lacit_is_text(int id) { return program().session.is_text(node(id)); }
EMSCRIPTEN_KEEPALIVE void lacit_hover(int id) { program().session.hover(node(id)); }
EMSCRIPTEN_KEEPALIVE void lacit_press(int id) { program().session.press(node(id)); }
EMSCRIPTEN_KEEPALIVE void lacit_focus(int id, bool ring) { program().session.focus(node(id), ring); }

EMSCRIPTEN_KEEPALIVE void lacit_picture(int id, float width, float height) {
  program().pictures.upload(node(id), {width, height});
  program().canvas.statistics().picture_bytes = static_cast<double>(program().pictures.cache().bytes());
  program().session.invalidate();
}

/// How many pictures a scroll position (CSS pixels) shows or nearly shows that are not on the GPU; lacit_wanted_ids
/// tells which, from top to bottom.
EMSCRIPTEN_KEEPALIVE int lacit_wanted(float scroll) {
  Program& p = program();
  const float height = p.session.window().viewport.height;
  const float ahead = p.pictures.cache().roomy() ? height : 0;
  p.wanted.clear();
  for (const NodeId id : p.session.images(scroll - ahead, scroll + height + ahead)) {
    if (!p.pictures.cache().has(id)) p.wanted.push_back(static_cast<float>(id));
  }
  return static_cast<int>(p.wanted.size());
}
EMSCRIPTEN_KEEPALIVE const float* lacit_wanted_ids() { return program().wanted.data(); }

/// True where the layout changed, or more of it is wanted at this scroll position (CSS pixels); then the overlay's
/// numbers are new.
EMSCRIPTEN_KEEPALIVE bool lacit_layout(float scroll) {
  Program& p = program();
  const double began = emscripten_get_now();
  if (!p.session.update_layout(scroll)) return false;
  p.overlay = lacit::app::overlay_of(p.session.tree(), p.session.state(), p.session.layout());
  p.canvas.statistics().layout_milliseconds = emscripten_get_now() - began;
  return true;
}

EMSCRIPTEN_KEEPALIVE const float* lacit_boxes() { return program().overlay.boxes.data(); }
EMSCRIPTEN_KEEPALIVE int lacit_box_floats() { return static_cast<int>(program().overlay.boxes.size()); }
EMSCRIPTEN_KEEPALIVE const float* lacit_fragments() { return program().overlay.fragments.data(); }
EMSCRIPTEN_KEEPALIVE int lacit_fragment_floats() { return static_cast<int>(program().overlay.fragments.size()); }
EMSCRIPTEN_KEEPALIVE float lacit_pinned_top() { return program().session.layout().pinned_top; }
EMSCRIPTEN_KEEPALIVE float lacit_pinned_bottom() { return program().session.layout().pinned_bottom; }
EMSCRIPTEN_KEEPALIVE bool lacit_needs_frame(float scroll) { return program().session.needs_frame(scroll); }

/// Paints a part of what a scroll position shows, and throws it away; true while there is more.
EMSCRIPTEN_KEEPALIVE bool lacit_rehearse(float scroll, int first, int count) {
  return program().session.rehearse(begin_frame(), scroll, static_cast<std::size_t>(first),
                                    static_cast<std::size_t>(count));
}

/// Paints one frame; `now` in seconds, `scroll` in CSS pixels. True while motion asks for another.
EMSCRIPTEN_KEEPALIVE bool lacit_frame(double now, float scroll) {
  Program& p = program();
  const bool fading = p.pictures.begin_frame(now, p.session.reduced_motion());
  const bool more = p.session.paint(begin_frame(), now, scroll, [&p](NodeId id) {
    return p.pictures.find(id, p.session.tree()[id].attribute(lacit::document::Attribute::placeholder));
  });
  p.canvas.end();
  if (fading) p.session.invalidate();
  return more || fading;
}

/// frames, milliseconds of the last one, draw calls, vertices; milliseconds of the last layout; bytes of pictures.
EMSCRIPTEN_KEEPALIVE const double* lacit_statistics() { return &program().canvas.statistics().frames; }

}  // extern "C"
