// Rows of pictures, and what of a long gallery is laid out.
#include <doctest/doctest.h>

#include "document/row_ratio.h"
#include "layout/layout.h"
#include "unit/view/layout/fake_measurer.h"

using namespace lacit;
using document::Attribute;
using document::Kind;
using document::NodeId;
using document::Style;
using document::Tree;

namespace {

struct Figure {
  NodeId figure, image;
};

Figure add_figure(Tree& tree, NodeId grid, int width, int height) {
  const NodeId figure = tree.add(grid, Kind::figure, Style::figure);
  const NodeId image = tree.add(tree.add(figure, Kind::link, Style::gallery_link), Kind::image, Style::gallery_image);
  tree.set(image, Attribute::width, std::to_string(width));
  tree.set(image, Attribute::height, std::to_string(height));
  tree[tree.add(figure, Kind::caption, Style::caption)].runs = {{.text = "A caption"}};
  return {figure, image};
}

constexpr layout::Viewport desktop = layout::Viewport::of(1160, 800);

layout::Layout lay(const Tree& tree, layout::Detail& detail) {
  return layout::lay_out(tree, layout::State::of(tree), desktop, tests::FakeMeasurer{}, detail);
}

layout::Layout lay(const Tree& tree) {
  layout::Detail all;
  return lay(tree, all);
}

}  // namespace

TEST_CASE("pictures of a row are equally high, keep their ratios and fill the width") {
  Tree tree;
  const NodeId grid = tree.add(0, Kind::group, Style::gallery_grid);
  std::vector<Figure> figures;
  for (const auto& [width, height] : {std::pair{900, 600}, {600, 900}, {800, 600}, {900, 600}, {600, 600}}) {
    figures.push_back(add_figure(tree, grid, width, height));
  }
  const layout::Layout out = lay(tree);
  const auto rect = [&](std::size_t i) { return out.boxes[figures[i].image].rect; };
  CHECK(rect(0).y == rect(2).y);
  CHECK(rect(3).y > rect(0).bottom());
  CHECK(rect(0).height == doctest::Approx(rect(1).height));
  CHECK(rect(0).height == doctest::Approx(rect(2).height));
  CHECK(rect(0).height >= 240);
  CHECK(rect(2).right() == doctest::Approx(1160));
  CHECK(rect(1).x == doctest::Approx(rect(0).right() + 24));
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const double ratio = document::row_ratio_percent(tree, figures[i].figure) / 100.0;
    CHECK(rect(i).width / rect(i).height == doctest::Approx(ratio));
  }
}

TEST_CASE("a last row that is short keeps the least height, one that is nearly full is filled") {
  const auto last_of = [](int count) {
    Tree tree;
    const NodeId grid = tree.add(0, Kind::group, Style::gallery_grid);
    Figure last{};
    for (int i = 0; i < count; ++i) last = add_figure(tree, grid, 900, 600);
    return lay(tree).boxes[last.image].rect;
  };
  CHECK(last_of(4).height == doctest::Approx(240));
  CHECK(last_of(5).right() == doctest::Approx(360 * 2 + 24));
  CHECK(last_of(6).right() == doctest::Approx(1160));
}

TEST_CASE("very wide, very high and unknown pictures get a share that leaves room for others") {
  CHECK(document::row_ratio_percent(9000, 600) == 300);
  CHECK(document::row_ratio_percent(100, 9000) == 40);
  CHECK(document::row_ratio_percent(0, 0) == 150);
  CHECK(document::row_ratio_percent(720, 480) == 150);
  CHECK(document::row_ratio_percent(1000, 667) == 150);
}

TEST_CASE("of a long gallery only what is near is laid out, and the page is as high as if all were") {
  Tree tree;
  const NodeId parts = tree.add(0, Kind::group, Style::gallery_parts);
  std::vector<NodeId> ids;
  std::vector<Figure> figures;
  for (int part = 0; part < 5; ++part) {
    ids.push_back(tree.add(parts, Kind::group, Style::gallery_part));
    for (int i = 0; i < 12; ++i) figures.push_back(add_figure(tree, ids.back(), 900, 600));
  }
  const layout::Layout whole = lay(tree);
  layout::Detail detail;
  detail.top = 0;
  detail.bottom = 800;
  for (int again = 0; again < 2; ++again) {
    const layout::Layout near = lay(tree, detail);
    CHECK(near.height == doctest::Approx(whole.height));
    CHECK(near.boxes[figures.front().image].shown);
    CHECK_FALSE(near.boxes[figures.back().image].shown);
    CHECK(near.boxes[ids.back()].shown);
    CHECK(near.fragments.size() == whole.fragments.size() / 5);
    CHECK_FALSE(layout::lacks_detail(near, 0, 800));
    CHECK(layout::lacks_detail(near, 0, whole.height));
  }
  detail.top = whole.height - 800;
  detail.bottom = whole.height;
  const layout::Layout end = lay(tree, detail);
  CHECK_FALSE(end.boxes[figures.front().image].shown);
  CHECK(end.boxes[figures.back().image].rect.y == doctest::Approx(whole.boxes[figures.back().image].rect.y));
}
