#include "layout/layout.h"

#include <doctest/doctest.h>

#include "unit/view/layout/fake_measurer.h"

using namespace lacit;
using document::Kind;
using document::NodeId;
using document::Style;
using document::Tree;

namespace {

NodeId text(Tree& tree, NodeId parent, Style style, std::string words) {
  const NodeId id = tree.add(parent, Kind::paragraph, style);
  tree[id].runs.push_back({.text = std::move(words)});
  return id;
}

layout::Layout lay(const Tree& tree, layout::Viewport viewport, const layout::State& state) {
  return layout::lay_out(tree, state, viewport, tests::FakeMeasurer{});
}

layout::Layout lay(const Tree& tree, layout::Viewport viewport) { return lay(tree, viewport, layout::State::of(tree)); }

constexpr layout::Viewport phone = layout::Viewport::of(360, 640);
constexpr layout::Viewport desktop = layout::Viewport::of(1280, 800);

}  // namespace

TEST_CASE("cards stand in one column on a phone and in three on a desktop, as high as the highest of their row") {
  Tree tree;
  const NodeId grid = tree.add(0, Kind::group, Style::card_grid);
  std::vector<NodeId> cards;
  for (int i = 0; i < 4; ++i) {
    cards.push_back(tree.add(grid, Kind::article, Style::card));
    text(tree, cards.back(), Style::card_text, i == 0 ? std::string(300, 'a') : "short");
  }
  const layout::Layout wide = lay(tree, desktop);
  CHECK(wide.boxes[cards[1]].rect.x > wide.boxes[cards[0]].rect.right());
  CHECK(wide.boxes[cards[1]].rect.height == doctest::Approx(wide.boxes[cards[0]].rect.height));
  CHECK(wide.boxes[cards[3]].rect.y > wide.boxes[cards[0]].rect.bottom());
  const layout::Layout narrow = lay(tree, phone);
  CHECK(narrow.boxes[cards[1]].rect.y > narrow.boxes[cards[0]].rect.bottom());
  CHECK(narrow.boxes[cards[0]].rect.width == doctest::Approx(360));
}

TEST_CASE("the closing statement fills what the last row has left") {
  Tree tree;
  const NodeId grid = tree.add(0, Kind::group, Style::card_grid);
  for (int i = 0; i < 7; ++i) text(tree, tree.add(grid, Kind::article, Style::card), Style::card_text, "card");
  const NodeId statement = tree.add(grid, Kind::group, Style::statement);
  text(tree, statement, Style::statement_text, "statement");
  const layout::Layout out = lay(tree, desktop);
  CHECK(out.boxes[statement].rect.right() == doctest::Approx(1280));
  CHECK(out.boxes[statement].rect.width == doctest::Approx((1280 - 48) / 3.0 * 2 + 24));
}

TEST_CASE("content is at most 1160 wide, with gutters of 20 on phones and 24 on tablets") {
  Tree tree;
  const NodeId section = tree.add(0, Kind::section, Style::section);
  const NodeId paragraph = text(tree, section, Style::lead, "words");
  CHECK(lay(tree, phone).boxes[paragraph].rect.x == doctest::Approx(20));
  CHECK(lay(tree, layout::Viewport::of(800, 600)).boxes[paragraph].rect.x == doctest::Approx(24));
  CHECK(lay(tree, layout::Viewport::of(2560, 1200)).boxes[paragraph].rect.width == doctest::Approx(1160));
}

TEST_CASE("what a row lacks comes from its words alone, where the icon has a width of its own") {
  Tree tree;
  const NodeId row = tree.add(0, Kind::group, Style::faq_question);
  const NodeId label = text(tree, row, Style::faq_label, std::string(60, 'a'));
  const NodeId icon = tree.add(row, Kind::icon, Style::chevron);
  const layout::Layout narrow = lay(tree, phone);
  CHECK(narrow.boxes[icon].rect.width == doctest::Approx(20));
  CHECK(narrow.boxes[icon].rect.right() == doctest::Approx(360 - 20));
  CHECK(narrow.boxes[label].rect.width == doctest::Approx(360 - 2 * 20 - 16 - 20));
}

TEST_CASE("a closed question shows its summary only, and opening it moves the rest down") {
  Tree tree;
  const NodeId item = tree.add(0, Kind::details, Style::faq_item);
  const NodeId summary = tree.add(item, Kind::summary, Style::faq_question);
  text(tree, summary, Style::faq_label, "Question");
  const NodeId answer = tree.add(item, Kind::group, Style::faq_answer);
  text(tree, answer, Style::card_text, "Answer");
  const NodeId after = text(tree, 0, Style::paragraph, "after");
  layout::State state = layout::State::of(tree);
  const float closed = lay(tree, desktop, state).boxes[after].rect.y;
  CHECK_FALSE(lay(tree, desktop, state).boxes[answer].shown);
  state.open[item] = true;
  CHECK(lay(tree, desktop, state).boxes[answer].shown);
  CHECK(lay(tree, desktop, state).boxes[after].rect.y > closed);
}

TEST_CASE("the crisis bar stays in the viewport; the header too, unless the window is low") {
  Tree tree;
  const NodeId bar = tree.add(0, Kind::aside, Style::crisis_bar);
  const NodeId header = tree.add(0, Kind::header, Style::header);
  text(tree, header, Style::paragraph, "brand");
  const layout::Layout tall = lay(tree, desktop);
  CHECK(tall.boxes[bar].frame == layout::ContainingBlock::viewport);
  CHECK(tall.boxes[header].frame == layout::ContainingBlock::viewport);
  // WCAG 1.4.10: 1280 × 1024 at 400 % is 320 × 256.
  const layout::Layout low = lay(tree, layout::Viewport::of(320, 256));
  CHECK(low.boxes[bar].frame == layout::ContainingBlock::viewport);
  CHECK(low.boxes[header].frame == layout::ContainingBlock::page);
}

TEST_CASE("a hidden node takes no room, and a status text that changes is laid out anew") {
  Tree tree;
  const NodeId first = text(tree, 0, Style::paragraph, "first");
  const NodeId second = text(tree, 0, Style::paragraph, "second");
  layout::State state = layout::State::of(tree);
  state.hidden[first] = true;
  state.text[second].text = std::string(100, 'x') + " " + std::string(100, 'y');
  const layout::Layout out = lay(tree, desktop, state);
  CHECK_FALSE(out.boxes[first].shown);
  CHECK(out.boxes[second].rect.y == 0);
  const auto [begin, end] = out.block_fragments[second];
  CHECK(end - begin == 2);
}

TEST_CASE("a picture keeps its own ratio at any width") {
  Tree tree;
  const NodeId image = tree.add(0, Kind::image, Style::hero_art);
  tree.set(image, document::Attribute::width, "960");
  tree.set(image, document::Attribute::height, "480");
  CHECK(lay(tree, phone).boxes[image].rect.height == doctest::Approx(180));
}

TEST_CASE("an inline link's box is what its words cover, over several lines") {
  Tree tree;
  const NodeId paragraph = tree.add(0, Kind::paragraph, Style::paragraph);
  const NodeId link = tree.add(paragraph, Kind::link, Style::inline_link);
  tree[paragraph].runs = {{.text = std::string(40, 'a') + " "}, {.text = "link words", .link = link}};
  const layout::Layout out = lay(tree, phone);
  CHECK(out.boxes[link].shown);
  CHECK(out.boxes[link].rect.width == doctest::Approx(85));  // 10 × 8.5
  CHECK(out.boxes[link].rect.y > 0);
}

TEST_CASE("words that are only heard take no room in a button, however many they are") {
  const auto button = [](bool more) {
    Tree tree;
    const NodeId row = tree.add(0, Kind::group, Style::actions);
    const NodeId link = tree.add(row, Kind::link, Style::button_primary);
    tree[link].runs = {{.text = "Learn More"}};
    if (more) tree[link].runs.push_back({.text = " about crisis intervention teams", .unseen = true});
    const layout::Layout out = lay(tree, phone);
    const auto [begin, end] = out.block_fragments[link];
    CHECK(end - begin == 1);
    return out.boxes[link].rect.width;
  };
  CHECK(button(true) == button(false));
}

TEST_CASE("what the browser draws itself has no box, and the page is as if it were not there") {
  Tree tree;
  const NodeId section = tree.add(0, Kind::section, Style::section);
  text(tree, section, Style::lead, "words");
  const float height = lay(tree, desktop).height;
  const NodeId dialog = tree.add(0, Kind::dialog, Style::lightbox);
  const NodeId inside = text(tree, dialog, Style::lightbox_caption, "a caption");
  layout::State state = layout::State::of(tree);
  for (const bool hidden : {true, false}) {
    state.hidden[dialog] = hidden;
    const layout::Layout out = lay(tree, desktop, state);
    CHECK(out.height == height);
    CHECK_FALSE(out.boxes[dialog].shown);
    CHECK_FALSE(out.boxes[inside].shown);
  }
}
