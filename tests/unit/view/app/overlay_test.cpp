#include "app/overlay.h"

#include <doctest/doctest.h>

#include <map>

#include "base/utf8.h"
#include "unit/view/layout/fake_measurer.h"

using namespace lacit;
using document::Kind;
using document::NodeId;
using document::Style;
using document::Tree;

namespace {

struct Box {
  float x, y, width, height;
  bool fixed;
};

struct Line {
  std::size_t begin, end;
  bool ends;
};

app::Overlay overlay_of(const Tree& tree, const layout::State& state, float width = 1280) {
  const auto viewport = layout::Viewport::of(width, 800);
  return app::overlay_of(tree, state, layout::lay_out(tree, state, viewport, tests::FakeMeasurer{}));
}

std::map<NodeId, Box> boxes(const app::Overlay& overlay) {
  REQUIRE(overlay.boxes.size() % app::box_stride == 0);
  std::map<NodeId, Box> found;
  for (std::size_t i = 0; i < overlay.boxes.size(); i += app::box_stride) {
    const float* at = &overlay.boxes[i];
    CHECK((at[5] >= 0 && at[5] <= 3));
    CHECK(found.emplace(static_cast<NodeId>(at[0]), Box{at[1], at[2], at[3], at[4], at[5] == 1}).second);
  }
  return found;
}

std::vector<Line> lines(const app::Overlay& overlay, NodeId block) {
  REQUIRE(overlay.fragments.size() % app::fragment_stride == 0);
  std::vector<Line> found;
  for (std::size_t i = 0; i < overlay.fragments.size(); i += app::fragment_stride) {
    const float* at = &overlay.fragments[i];
    if (at[0] != static_cast<float>(block)) continue;
    found.push_back({static_cast<std::size_t>(at[1]), static_cast<std::size_t>(at[2]), at[3] == 1});
  }
  return found;
}

}  // namespace

TEST_CASE("boxes stand relative to their parents, those that stay in the window relative to it") {
  Tree tree;
  const NodeId bar = tree.add(0, Kind::aside, Style::crisis_bar);
  const NodeId in_bar = tree.add(bar, Kind::paragraph, Style::crisis_question);
  tree[in_bar].runs = {{.text = "In crisis?"}};
  const NodeId section = tree.add(0, Kind::section, Style::section);
  const NodeId words = tree.add(section, Kind::paragraph, Style::paragraph);
  tree[words].runs = {{.text = "words"}};
  const layout::State state = layout::State::of(tree);
  const auto layout = layout::lay_out(tree, state, layout::Viewport::of(1280, 800), tests::FakeMeasurer{});
  const auto found = boxes(app::overlay_of(tree, state, layout));
  REQUIRE(found.size() == tree.size());
  CHECK(found.at(bar).fixed);
  CHECK_FALSE(found.at(in_bar).fixed);  // It goes with its bar.
  CHECK_FALSE(found.at(section).fixed);
  CHECK_FALSE(found.at(words).fixed);
  CHECK(found.at(section).y == doctest::Approx(layout.boxes[section].rect.y));
  CHECK(found.at(words).y == doctest::Approx(layout.boxes[words].rect.y - layout.boxes[section].rect.y));
  CHECK(found.at(words).x == doctest::Approx(layout.boxes[words].rect.x));
  CHECK(found.at(words).width == doctest::Approx(layout.boxes[words].rect.width));
}

TEST_CASE("what is hidden has no box, and a link in running text has none of its own") {
  Tree tree;
  const NodeId hidden = tree.add(0, Kind::paragraph, Style::paragraph);
  tree[hidden].runs = {{.text = "hidden"}};
  tree.set(hidden, document::Flag::hidden);
  const NodeId words = tree.add(0, Kind::paragraph, Style::paragraph);
  const NodeId link = tree.add(words, Kind::link, Style::inline_link);
  tree[words].runs = {{.text = "Call "}, {.text = "988", .link = link}};
  const app::Overlay overlay = overlay_of(tree, layout::State::of(tree));
  CHECK(boxes(overlay).size() == 2);  // The page and the words.
  CHECK(lines(overlay, hidden).empty());
}

TEST_CASE("lines are told in UTF-16, as the DOM counts: 𝄞 and 🙂 are two units each, é is one") {
  Tree tree;
  const NodeId words = tree.add(0, Kind::paragraph, Style::paragraph);
  tree[words].runs = {{.text = "𝄞é🙂"}, {.text = "bold 🙂", .strong = true}, {.text = "!"}};
  const auto found = lines(overlay_of(tree, layout::State::of(tree)), words);
  REQUIRE(found.size() == 3);
  CHECK(found[0].begin == 0);
  CHECK(found[0].end == 5);
  CHECK(found[1].begin == 5);
  CHECK(found[1].end == 12);
  CHECK(found[2].begin == 12);
  CHECK(found[2].end == 13);
  CHECK_FALSE(found[0].ends);
  CHECK_FALSE(found[1].ends);
  CHECK(found[2].ends);
}

TEST_CASE("lines cover the whole text in order, but for the spaces at which they break") {
  Tree tree;
  const NodeId words = tree.add(0, Kind::paragraph, Style::paragraph);
  std::u16string text;
  for (int run = 0; run < 3; ++run) {  // Each over several lines, so that lines begin inside of runs too.
    tree[words].runs.push_back({.text = "", .strong = run == 1});
    for (int i = 0; i < 40; ++i) {
      tree[words].runs.back().text += i % 3 == 0 ? "🙂𝄞 " : "word ";
      text += i % 3 == 0 ? u"🙂𝄞 " : u"word ";
    }
  }
  const auto found = lines(overlay_of(tree, layout::State::of(tree), 360), words);
  REQUIRE(found.size() > 6);
  std::size_t at = 0;
  std::size_t ends = 0;
  for (const Line& line : found) {
    for (; at < line.begin; ++at) CHECK(text.at(at) == u' ');
    CHECK(line.end > line.begin);
    at = line.end;
    ends += line.ends ? 1 : 0;
  }
  CHECK(at == text.size() - 1);
  CHECK(found.back().ends);
  CHECK(ends > 6);
}

TEST_CASE("a text that script has changed is cut by its new length") {
  Tree tree;
  const NodeId count = tree.add(0, Kind::paragraph, Style::count);
  tree[count].runs = {{.text = "before"}};
  layout::State state = layout::State::of(tree);
  state.text[count].text = "🙂 3 of 12";
  const auto found = lines(overlay_of(tree, state), count);
  REQUIRE(found.size() == 1);
  CHECK(found[0].end == 10);
}

TEST_CASE("11.C14: what the browser draws is told, with all that is in it left out") {
  Tree tree;
  const NodeId words = tree.add(0, Kind::paragraph, Style::paragraph);
  tree[words].runs = {{.text = "words"}};
  const NodeId section = tree.add(0, Kind::section, Style::section);
  const NodeId inside = tree.add(section, Kind::paragraph, Style::paragraph);
  tree[inside].runs = {{.text = "inside"}};
  const NodeId after = tree.add(0, Kind::paragraph, Style::paragraph);
  tree[after].runs = {{.text = "after"}};
  layout::State state = layout::State::of(tree);
  state.browser_drawn[words] = {100, 0};
  state.browser_drawn[section] = {400, 321};
  const auto layout = layout::lay_out(tree, state, layout::Viewport::of(1280, 800), tests::FakeMeasurer{});
  const app::Overlay overlay = app::overlay_of(tree, state, layout);
  std::map<NodeId, float> flags;
  for (std::size_t i = 0; i < overlay.boxes.size(); i += app::box_stride) {
    flags[static_cast<NodeId>(overlay.boxes[i])] = overlay.boxes[i + 5];
  }
  CHECK(flags == std::map<NodeId, float>{{0, 0}, {words, 2}, {section, 2}, {after, 0}});
  CHECK(lines(overlay, words).empty());
  CHECK(lines(overlay, inside).empty());
  CHECK(lines(overlay, after).size() == 1);
  CHECK(layout.boxes[section].rect.height == 321);
  CHECK(layout.boxes[after].rect.y == layout.boxes[section].rect.bottom());
  CHECK_FALSE(layout.boxes[inside].shown);
}
