// libFuzzer over the reader of page trees, and over what the browser does with a tree that was let through: layout,
// scene and overlay. Whatever the bytes are, it ends and stays inside of its arrays. Run under ASan and UBSan.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "app/overlay.h"
#include "document/tree_file.h"
#include "layout/layout.h"
#include "paint/scene.h"
#include "unit/view/layout/fake_measurer.h"

namespace document = lacit::document;
namespace layout = lacit::layout;

using document::Kind;
using document::NodeId;
using document::Style;
using document::Tree;

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

// A file of each sort of part, so that the fuzzer starts behind the magic number and the palettes.
std::string seed() {
  Tree tree;
  tree.add(0, Kind::link, Style::skip_link);
  const NodeId bar = tree.add(0, Kind::aside, Style::crisis_bar);
  tree[tree.add(bar, Kind::paragraph, Style::crisis_question)].runs = {{.text = "In crisis?"}};
  const NodeId nav = tree.add(tree.add(0, Kind::header, Style::header_bar), Kind::navigation, Style::nav);
  const NodeId list = tree.add(nav, Kind::list, Style::nav_list);
  tree[tree.add(tree.add(list, Kind::item, Style::nav_item), Kind::link, Style::nav_link)].runs = {{.text = "Home"}};
  const NodeId more = tree.add(nav, Kind::details, Style::more);
  tree.set(more, document::Flag::open);
  tree.add(more, Kind::summary, Style::more_summary);
  tree.add(more, Kind::list, Style::more_panel);
  const NodeId section = tree.add(tree.add(0, Kind::main, Style::main), Kind::section, Style::section);
  const NodeId words = tree.add(section, Kind::paragraph, Style::paragraph);
  const NodeId link = tree.add(words, Kind::link, Style::inline_link);
  tree[words].runs = {{.text = "Call é 🙂 "}, {.text = "988", .strong = true, .link = link}};
  const NodeId card = tree.add(tree.add(section, Kind::group, Style::card_grid), Kind::article, Style::card);
  tree.set(tree.add(card, Kind::icon, Style::tile_icon), document::Attribute::icon, "shield");
  const NodeId image = tree.add(section, Kind::image, Style::hero_art);
  tree.set(image, document::Attribute::width, "96");
  tree.set(image, document::Attribute::height, "84");
  return document::write_tree(tree, {});
}

const std::string& seed_file() {
  static const std::string file = seed();
  return file;
}

void show(const Tree& tree, float width) {
  const layout::State state = layout::State::of(tree);
  const auto viewport = layout::Viewport::of(width, 800);
  const layout::Layout laid = layout::lay_out(tree, state, viewport, lacit::tests::FakeMeasurer{});
  const lacit::app::Overlay overlay = lacit::app::overlay_of(tree, state, laid);
  require(overlay.boxes.size() % lacit::app::box_stride == 0);
  require(overlay.fragments.size() % lacit::app::fragment_stride == 0);
  for (const NodeId id : lacit::paint::Scene(tree, laid).visible(0, 800)) require(laid.boxes[id].shown);
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned int number) {
  const std::string& file = seed_file();
  if ((size < 5 || number % 1000 == 0) && file.size() <= max_size) {
    std::copy(file.begin(), file.end(), data);
    size = file.size();
  }
  return LLVMFuzzerMutate(data, size, max_size);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = document::read_tree({reinterpret_cast<const char*>(data), size});
  if (!read) {
    require(!read.message().empty());
    return 0;
  }
  const document::TreeFile& file = read.value();
  // What was let through is written and read again without a change.
  const std::string written = document::write_tree(file.tree, file.palettes);
  const auto again = document::read_tree(written);
  require(static_cast<bool>(again));
  require(document::write_tree(again.value().tree, again.value().palettes) == written);
  for (const float width : {360.0F, 1280.0F}) show(file.tree, width);
  return 0;
}
