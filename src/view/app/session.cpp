#include "app/session.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lacit::app {

using document::no_node;
using document::NodeId;

base::Result<bool> Session::add_font(bool bold, std::string file) {
  auto face = layout::FontFace::read(file);
  if (!face) return face.error();
  measurer_.add(bold, std::move(face.value()));
  font_files_.push_back(std::make_unique<std::string>(std::move(file)));
  painter_.fonts.add(bold, *font_files_.back());
  unjudged_ = true;
  detail_.forget();
  change_layout();
  return true;
}

base::Result<bool> Session::open(std::string_view tree_file) {
  auto file = document::read_tree(tree_file);
  if (!file) return file.error();
  file_ = std::move(file.value());
  state_ = layout::State::of(file_.tree);
  left_.clear();
  unjudged_ = true;
  motion_.clear();
  detail_.forget();
  page_open_ = true;
  change_layout();
  return true;
}

void Session::resize(const Window& window) {
  window_ = window;
  change_layout();
}

void Session::use_dark(bool dark) {
  if (dark_ == dark) return;
  dark_ = dark;
  dirty_ = true;
}

void Session::use_more_contrast(bool more) {
  if (more_contrast_ == more) return;
  more_contrast_ = more;
  dirty_ = true;
}

document::Palette Session::palette() const {
  const document::Palette& theme = dark_ ? file_.palettes.dark : file_.palettes.light;
  return more_contrast_ ? document::with_more_contrast(theme) : theme;
}

void Session::reduce_motion(bool reduced) { motion_.reduce(reduced); }

void Session::change_layout(NodeId around) {
  for (NodeId id = around; id != no_node; id = file_.tree[id].parent) {
    std::erase_if(detail_.sizes, [id](const auto& known) { return known.first == id; });
  }
  change_layout();
}

void Session::set_hidden(NodeId id, bool hidden) {
  if (!known(id) || state_.hidden[id] == hidden) return;
  state_.hidden[id] = hidden;
  change_layout(id);
}

void Session::set_open(NodeId id, bool open) {
  if (!known(id) || state_.open[id] == open) return;
  state_.open[id] = open;
  change_layout(id);
}

namespace {

// True where the flag was not so before.
bool set_flag(document::Node& node, document::Flag flag, bool on) {
  if (node.has(flag) == on) return false;
  const auto all = static_cast<unsigned>(node.flags);
  const auto bit = static_cast<unsigned>(flag);
  node.flags = static_cast<document::Flag>(on ? all | bit : all & ~bit);
  return true;
}

}  // namespace

void Session::set_current(NodeId id, bool current) {
  if (known(id) && set_flag(file_.tree[id], document::Flag::current, current)) dirty_ = true;
}

void Session::set_checked(NodeId id, bool checked) {
  if (known(id) && set_flag(file_.tree[id], document::Flag::checked, checked)) dirty_ = true;
}

void Session::set_invalid(NodeId id, bool invalid) {
  if (!known(id) || state_.invalid[id] == invalid) return;
  state_.invalid[id] = invalid;
  dirty_ = true;
}

void Session::set_progress(NodeId id, float part) {
  if (!known(id) || state_.progress[id] == part) return;
  state_.progress[id] = part;
  dirty_ = true;
}

void Session::set_text(NodeId id, std::string text) {
  if (!known(id)) return;
  const auto replaced = state_.text.find(id);
  if (text == (replaced == state_.text.end() ? text_content(file_.tree[id]) : replaced->second.text)) return;
  state_.text[id].text = std::move(text);
  judge(id);
  change_layout(id);
}

bool Session::is_text(NodeId id) const {
  if (!known(id)) return false;
  const document::Flow flow = document::rule(file_.tree[id].style).flow;
  return flow == document::Flow::text || flow == document::Flow::none;
}

void Session::judge(NodeId id) {
  if (left_.contains(id) || (is_text(id) && fonts_ready() && !layout::can_draw(file_.tree, state_, id, measurer_))) {
    state_.browser_drawn.try_emplace(id);
  } else {
    state_.browser_drawn.erase(id);
  }
}

void Session::judge_all() {
  for (NodeId id = 0; id < file_.tree.size(); ++id) judge(id);
  unjudged_ = false;
}

void Session::leave_to_browser(NodeId id, bool left) {
  if (!known(id) || left_.contains(id) == left) return;
  if (left) {
    left_.insert(id);
  } else {
    left_.erase(id);
  }
  judge(id);
  change_layout(id);
}

bool Session::set_measured(NodeId id, base::Size size) {
  const auto found = state_.browser_drawn.find(id);
  if (found == state_.browser_drawn.end()) return false;
  constexpr float noise = 1.0F / 32.0F;  // Browsers keep lengths in 1/64 px, or in 1/60.
  base::Size& known_size = found->second;
  if (std::abs(known_size.width - size.width) < noise && std::abs(known_size.height - size.height) < noise) {
    return false;
  }
  known_size = size;
  change_layout(id);
  return true;
}

bool Session::shows(NodeId id, std::string_view text) const {
  if (!known(id)) return false;
  for (const document::Run& run : layout::shown_runs(file_.tree, state_, id)) {
    if (!text.starts_with(run.text)) return false;
    text.remove_prefix(run.text.size());
  }
  return text.empty();
}

void Session::hover(NodeId id) {
  if (!page_open_) return;
  if (motion_.hover(file_.tree, known(id) ? id : no_node)) dirty_ = true;
}

void Session::press(NodeId id) {
  if (motion_.press(id)) dirty_ = true;
}

void Session::focus(NodeId id, bool ring) {
  if (id != no_node && !known(id)) return;
  if (motion_.focus(id, ring)) dirty_ = true;
  // What shows only with focus (the skip link) comes and goes with it.
  const auto only_focused = [this](NodeId node) {
    return node != no_node && document::rule(file_.tree[node].style).flow == document::Flow::none;
  };
  if (id != state_.focused && (only_focused(id) || only_focused(state_.focused))) change_layout();
  state_.focused = id;
}

// Further ahead than lacks_detail looks, so that scrolling lays out now and then and not all the time.
bool Session::update_layout(float scroll) {
  if (!ready() || (!stale_ && !lacks_detail(scroll))) return false;
  if (unjudged_) judge_all();
  const float height = window_.viewport.height;
  detail_.top = scroll - 1.5F * height;
  detail_.bottom = scroll + 2.5F * height;
  layout_ = layout::lay_out(file_.tree, state_, window_.viewport, measurer_, detail_);
  scene_ = paint::Scene(file_.tree, layout_);
  stale_ = false;
  dirty_ = true;
  return true;
}

std::vector<NodeId> Session::images(float top, float bottom) const {
  std::vector<NodeId> ids = scene_.visible(top, bottom);
  std::erase_if(ids, [this](NodeId id) { return file_.tree[id].kind != document::Kind::image; });
  return ids;
}

bool Session::lacks_detail(float scroll) const {
  const float height = window_.viewport.height;
  return layout::lacks_detail(layout_, scroll - height / 2, scroll + 1.5F * height);
}

bool Session::needs_frame(float scroll) const { return ready() && (dirty_ || moving_ || scroll != painted_scroll_); }

paint::Frame Session::frame(const document::Palette& colors, float scroll,
                            const std::function<paint::Picture(NodeId)>& picture) const {
  return {.tree = file_.tree,
          .layout = layout_,
          .state = state_,
          .measurer = measurer_,
          .scene = scene_,
          .motion = motion_,
          .palette = colors,
          .picture = picture,
          .viewport = {window_.viewport.width, window_.viewport.height},
          .ratio = window_.ratio,
          .scroll = scroll};
}

bool Session::rehearse(ImDrawList& list, float scroll, std::size_t first, std::size_t count) {
  update_layout(scroll);
  const document::Palette colors = palette();
  const std::function<paint::Picture(NodeId)> picture = [](NodeId) { return paint::Picture{}; };
  return painter_.rehearse(list, frame(colors, scroll, picture), first, count);
}

bool Session::paint(ImDrawList& list, double now, float scroll, const std::function<paint::Picture(NodeId)>& picture) {
  update_layout(scroll);
  const document::Palette colors = palette();
  // After a pause the first step of a motion is one frame long, not the whole pause.
  const double passed = moving_ ? now - painted_at_ : 1.0 / 60;
  moving_ = motion_.step(static_cast<float>(std::clamp(passed, 0.0, 0.1)));
  painter_.paint(list, frame(colors, scroll, picture));
  painted_scroll_ = scroll;
  painted_at_ = now;
  dirty_ = false;
  return moving_;
}

}  // namespace lacit::app
