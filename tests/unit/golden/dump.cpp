#include "unit/golden/dump.h"

#include <cmath>
#include <cstdio>

#include "unit/golden/names.h"

namespace lacit::tests {

using document::Node;
using document::NodeId;
using document::Tree;

namespace {

std::string look_of(const Tree& tree, NodeId id) {
  return std::to_string(id) + " " + std::string(kind_names.at(static_cast<std::size_t>(tree[id].kind))) + " " +
         std::string(document::style_name(tree[id].style));
}

std::string flags_of(const Node& node) {
  std::string text;
  for (std::size_t bit = 0; bit < flag_names.size(); ++bit) {
    if (node.has(static_cast<document::Flag>(1U << bit))) text += " +" + std::string(flag_names[bit]);
  }
  return text;
}

std::string run_of(const document::Run& run) {
  std::string text = "\"" + run.text + "\"";
  if (run.strong) text += " strong";
  if (run.emphasis) text += " emphasis";
  if (run.link != document::no_node) text += " in " + std::to_string(run.link);
  return text + "\n";
}

void dump_node(const Tree& tree, NodeId id, const std::string& indent, std::string& out) {
  const Node& node = tree[id];
  out += indent + look_of(tree, id);
  if (node.level > 0) out += " level " + std::to_string(node.level);
  out += flags_of(node);
  for (const auto& [name, value] : node.attributes) {
    out += " " + std::string(attribute_names.at(static_cast<std::size_t>(name))) + "=\"" + value + "\"";
  }
  out += "\n";
  for (const document::Run& run : node.runs) out += indent + "  " + run_of(run);
  for (NodeId child = node.first_child; child != document::no_node; child = tree[child].next) {
    dump_node(tree, child, indent + "  ", out);
  }
}

std::string length(float value) {
  std::string text(32, '\0');
  const double rounded = std::round(static_cast<double>(value) * 64) / 64 + 0.0;  // Never «-0».
  text.resize(static_cast<std::size_t>(std::snprintf(text.data(), text.size(), " %.10g", rounded)));
  return text;
}

void dump_lines(const Tree& tree, const layout::Layout& layout, NodeId id, std::string& out) {
  const auto [first, last] = layout.block_fragments[id];
  std::string line;
  float x = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    const layout::Fragment& fragment = layout.fragments[i];
    if (line.empty()) x = fragment.x;
    line += tree[id].runs[fragment.run].text.substr(fragment.begin, fragment.end - fragment.begin);
    if (!fragment.ends_line) continue;
    out += "  at" + length(x) + length(fragment.top) + " \"" + line + "\"\n";
    line.clear();
  }
}

void dump_box(const Tree& tree, const layout::Layout& layout, NodeId id, std::string& out) {
  const layout::Box& box = layout.boxes[id];
  if (box.shown) {
    out += look_of(tree, id) + length(box.rect.x) + length(box.rect.y) + length(box.rect.width) +
           length(box.rect.height) + (box.frame == layout::ContainingBlock::viewport ? " pinned\n" : "\n");
    dump_lines(tree, layout, id, out);
  }
  for (NodeId child = tree[id].first_child; child != document::no_node; child = tree[child].next) {
    dump_box(tree, layout, child, out);
  }
}

}  // namespace

std::string dump_tree(const Tree& tree) {
  std::string out;
  dump_node(tree, 0, "", out);
  return out;
}

std::string dump_layout(const Tree& tree, const layout::Layout& layout) {
  std::string out =
      "page" + length(layout.height) + ", pinned" + length(layout.pinned_top) + length(layout.pinned_bottom) + "\n";
  dump_box(tree, layout, 0, out);
  return out;
}

std::string dump_html(const std::string& html) {
  std::string out;
  for (std::size_t i = 0; i < html.size(); ++i) {
    out += html[i];
    if (html.substr(i, 2) == "><") out += '\n';
  }
  return out;
}

}  // namespace lacit::tests
