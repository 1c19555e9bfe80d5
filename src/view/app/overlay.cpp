#include "app/overlay.h"

#include "base/utf8.h"

namespace lacit::app {

using document::no_node;
using document::NodeId;

namespace {

bool in_running_text(const document::Tree& tree, NodeId id) {
  return document::rule(tree[id].style).flow == document::Flow::span;
}

void add_box(const document::Tree& tree, const layout::State& state, const layout::Layout& layout, NodeId id,
             std::vector<float>& out) {
  const layout::Box& box = layout.boxes[id];
  base::Point origin{};
  const NodeId parent = tree[id].parent;
  bool fixed = box.frame == layout::ContainingBlock::viewport;
  if (parent != no_node && layout.boxes[parent].frame == box.frame && layout.boxes[parent].shown) {
    origin = {layout.boxes[parent].rect.x, layout.boxes[parent].rect.y};
    fixed = false;
  }
  for (const float value :
       {static_cast<float>(id), box.rect.x - origin.x, box.rect.y - origin.y, box.rect.width, box.rect.height,
        (fixed ? 1.0F : 0.0F) + (state.browser_drawn.contains(id) ? 2.0F : 0.0F)}) {
    out.push_back(value);
  }
}

void add_fragments(const document::Tree& tree, const layout::State& state, const layout::Layout& layout, NodeId block,
                   std::vector<float>& out) {
  const auto [first, last] = layout.block_fragments[block];
  if (first == last) return;
  const std::span<const document::Run> runs = layout::shown_runs(tree, state, block);
  std::vector<std::size_t> starts{0};  // Of each run in the block's text, in UTF-16 units.
  for (const document::Run& run : runs) starts.push_back(starts.back() + base::utf16_length(run.text));
  const document::TypeStyle& type = document::type_style(document::rule(tree[block].style).type);
  const float height = document::line_height(type, type.size[layout.width_class]);
  for (std::uint32_t i = first; i < last; ++i) {
    const layout::Fragment& fragment = layout.fragments[i];
    const std::string_view text = runs[fragment.run].text;
    const std::size_t begin = starts[fragment.run] + base::utf16_length(text.substr(0, fragment.begin));
    const std::size_t length = base::utf16_length(text.substr(fragment.begin, fragment.end - fragment.begin));
    for (const float value : {static_cast<float>(block), static_cast<float>(begin), static_cast<float>(begin + length),
                              fragment.ends_line ? 1.0F : 0.0F, fragment.x, fragment.top, fragment.width, height}) {
      out.push_back(value);
    }
  }
}

}  // namespace

Overlay overlay_of(const document::Tree& tree, const layout::State& state, const layout::Layout& layout) {
  Overlay overlay;
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (!layout.boxes[id].shown || in_running_text(tree, id)) continue;
    add_box(tree, state, layout, id, overlay.boxes);
    add_fragments(tree, state, layout, id, overlay.fragments);
  }
  return overlay;
}

}  // namespace lacit::app
