#include "layout/navigation.h"

#include <doctest/doctest.h>

#include "unit/view/layout/fake_measurer.h"

using namespace lacit;
using document::Kind;
using document::NodeId;
using document::Style;

namespace {

document::Tree header_with(int items) {
  document::Tree tree;
  const NodeId header = tree.add(0, Kind::header, Style::header);
  const NodeId bar = tree.add(header, Kind::group, Style::header_bar);
  const NodeId nav = tree.add(bar, Kind::navigation, Style::nav);
  const NodeId list = tree.add(nav, Kind::list, Style::nav_list);
  const NodeId more = tree.add(nav, Kind::details, Style::more);
  const NodeId summary = tree.add(more, Kind::summary, Style::more_summary);
  const NodeId label = tree.add(summary, Kind::label, Style::more_label);
  tree[label].runs = {{.text = "More"}};
  const NodeId panel = tree.add(more, Kind::list, Style::more_panel);
  for (int i = 0; i < items; ++i) {
    for (const auto& [parent, item, link] :
         {std::tuple{list, Style::nav_item, Style::nav_link}, std::tuple{panel, Style::more_item, Style::more_link}}) {
      const NodeId id = tree.add(tree.add(parent, Kind::item, item), Kind::link, link);
      tree[id].runs = {{.text = "Ten signs!"}};
    }
  }
  return tree;
}

}  // namespace

TEST_CASE("more items stand in the bar the wider the window is, never fewer than three, none on phones") {
  const tests::FakeMeasurer measurer;
  const document::Tree tree = header_with(9);
  const std::vector<float> thresholds = layout::navigation_thresholds(tree, measurer);
  REQUIRE(thresholds.size() == 9);
  for (std::size_t i = 1; i < thresholds.size(); ++i) CHECK(thresholds[i] >= thresholds[i - 1]);
  CHECK(thresholds[0] == thresholds[2]);
  CHECK(thresholds[0] >= document::medium_from);
  CHECK(layout::navigation_capacity(layout::navigation_thresholds(tree, measurer), layout::Viewport::of(360, 640)) ==
        0);
}

TEST_CASE("an item is in the bar or under More, in exactly one of them") {
  const tests::FakeMeasurer measurer;
  const document::Tree tree = header_with(9);
  layout::State state = layout::State::of(tree);
  for (NodeId id = 0; id < tree.size(); ++id) state.open[id] = true;
  for (const float width : {360.0F, 700.0F, 900.0F, 1100.0F, 1400.0F}) {
    const layout::Layout out = layout::lay_out(tree, state, layout::Viewport::of(width, 800), measurer);
    int shown = 0;
    for (NodeId id = 0; id < tree.size(); ++id) {
      const bool item = tree[id].style == Style::nav_item || tree[id].style == Style::more_item;
      if (item && out.boxes[id].shown) {
        ++shown;
        CHECK(out.boxes[id].rect.right() <= width);
      }
    }
    CHECK(shown == 9);
  }
}
