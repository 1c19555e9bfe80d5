#include "paint/scene.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "unit/view/layout/fake_measurer.h"

using namespace lacit;
using document::Kind;
using document::NodeId;
using document::Style;

namespace {

struct Page {
  document::Tree tree;
  NodeId bar = 0;

  explicit Page(int sections) {
    bar = tree.add(0, Kind::aside, Style::crisis_bar);
    const NodeId main = tree.add(0, Kind::main, Style::main);
    for (int i = 0; i < sections; ++i) {
      const NodeId section = tree.add(main, Kind::section, Style::section);
      const NodeId text = tree.add(section, Kind::paragraph, Style::paragraph);
      tree[text].runs = {{.text = "words"}};
    }
  }

  [[nodiscard]] std::vector<NodeId> visible(float top) const {
    const auto layout =
        layout::lay_out(tree, layout::State::of(tree), layout::Viewport::of(1280, 800), tests::FakeMeasurer{});
    return paint::Scene(tree, layout).visible(top, top + 800);
  }
};

}  // namespace

TEST_CASE("a page of 500 sections shows as many nodes at once as one of 20") {
  const std::size_t few = Page(20).visible(2000).size();
  const std::size_t many = Page(500).visible(2000).size();
  CHECK(many == few);
  CHECK(few < 40);
}

TEST_CASE("what stays in the viewport is painted at any scroll position, after the page") {
  const Page page(50);
  for (const float top : {0.0F, 3000.0F}) {
    const std::vector<NodeId> ids = page.visible(top);
    REQUIRE_FALSE(ids.empty());
    CHECK(ids.back() == page.bar);
    CHECK(std::ranges::count(ids, page.bar) == 1);
  }
}
