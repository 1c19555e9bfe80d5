#include "app/session.h"

#include <doctest/doctest.h>

#include <memory>

#include "paint/draw_context.h"
#include "unit/view/app/stage.h"

using namespace lacit;
using document::Kind;
using document::no_node;
using document::NodeId;
using document::Style;
using document::Tree;

namespace {

struct Page {
  Tree tree;
  NodeId skip = tree.add(0, Kind::link, Style::skip_link);
  NodeId nav = tree.add(0, Kind::link, Style::nav_link);
  NodeId question = tree.add(0, Kind::details, Style::faq_item);
  NodeId summary = tree.add(question, Kind::summary, Style::faq_question);
  NodeId answer = tree.add(question, Kind::group, Style::faq_answer);
  NodeId words = tree.add(0, Kind::paragraph, Style::paragraph);
  NodeId button = tree.add(0, Kind::link, Style::button_primary);

  explicit Page(int sections = 0) {
    tree[skip].runs = {{.text = "Skip"}};
    tree[nav].runs = {{.text = "About"}};
    tree[tree.add(summary, Kind::label, Style::faq_label)].runs = {{.text = "Question"}};
    tree[tree.add(answer, Kind::paragraph, Style::card_text)].runs = {{.text = "Answer"}};
    tree[words].runs = {{.text = "Words "}, {.text = "in bold", .strong = true}};
    tree[button].runs = {{.text = "Get Involved"}};
    for (int i = 0; i < sections; ++i) {
      const NodeId section = tree.add(0, Kind::section, Style::section);
      tree[tree.add(section, Kind::heading, Style::heading)].runs = {{.text = "A heading"}};
      tree[tree.add(section, Kind::paragraph, Style::paragraph)].runs = {{.text = "And some words under it."}};
    }
  }
};

}  // namespace

TEST_CASE("nothing is painted before there are fonts and a page") {
  paint::DrawContext context;
  app::Session session(context.atlas());
  session.resize({layout::Viewport::of(360, 640), 1});
  CHECK_FALSE(session.ready());
  CHECK_FALSE(session.needs_frame(0));
  CHECK_FALSE(session.update_layout(0));
}

TEST_CASE("two pages drawn by turns are drawn as each of them alone") {
  const Page page;
  const Page longer(4);
  const int alone = tests::Stage(page.tree).frame();
  const int longer_alone = tests::Stage(longer.tree).frame();
  REQUIRE(alone < longer_alone);
  auto first = std::make_unique<tests::Stage>(page.tree);
  tests::Stage second(longer.tree);
  CHECK(first->frame() == alone);
  CHECK(second.frame() == longer_alone);
  first->session().invalidate();
  CHECK(first->frame() == alone);
  first.reset();
  second.session().invalidate();
  CHECK(second.frame() == longer_alone);
}

TEST_CASE("a rehearsal in parts draws what the frame draws on its ground, and the frame is still to come") {
  const Page page;
  tests::Stage stage(page.tree);
  int vertices = 0;
  bool more = true;
  for (std::size_t first = 0; more; first += 2) {
    const auto [part, further] = stage.rehearse(first, 2);
    vertices += part;
    more = further;
  }
  CHECK(stage.needs_frame());
  constexpr int ground = 4;
  CHECK(stage.frame() == vertices + ground);
}

TEST_CASE("what is no font or no page is refused with words, and the page before it stays") {
  const Page page;
  tests::Stage stage(page.tree);
  stage.settle();
  CHECK_FALSE(stage.session().add_font(false, "no font"));
  const auto opened = stage.session().open("no page");
  REQUIRE_FALSE(opened);
  CHECK(opened.message().find("./dev build") != std::string::npos);
  CHECK(stage.session().tree().size() == page.tree.size());
  CHECK_FALSE(stage.needs_frame());
}

TEST_CASE("a page that is painted asks for no frame until something changes") {
  const Page page;
  tests::Stage stage(page.tree);
  CHECK(stage.needs_frame());
  stage.settle();
  CHECK_FALSE(stage.needs_frame());
  CHECK(stage.needs_frame(1));  // Scrolled.
  stage.settle(1);
  CHECK_FALSE(stage.needs_frame(1));
}

TEST_CASE("each change asks for a frame once, and the same again for none") {
  const Page page;
  tests::Stage stage(page.tree);
  app::Session& session = stage.session();
  stage.settle();
  const auto changes = [&](const std::function<void()>& change) {
    change();
    CHECK(stage.needs_frame());
    stage.settle();
    change();
    CHECK_FALSE(stage.needs_frame());
  };
  changes([&] { session.use_dark(true); });
  changes([&] { session.set_hidden(page.words, true); });
  changes([&] { session.set_open(page.question, true); });
  changes([&] { session.set_current(page.nav, true); });
  changes([&] { session.set_checked(page.words, true); });
  changes([&] { session.set_text(page.words, "Other words"); });
  changes([&] { session.hover(page.button); });
  changes([&] { session.hover(no_node); });
  changes([&] { session.press(page.button); });
  changes([&] { session.focus(page.button, true); });
  changes([&] { session.focus(page.skip, true); });
  changes([&] { session.focus(no_node, false); });
}

TEST_CASE("what does not show asks for no frame: plain text under the pointer, focus without a ring, ids unknown") {
  const Page page;
  tests::Stage stage(page.tree);
  app::Session& session = stage.session();
  stage.settle();
  session.hover(page.words);
  session.focus(page.button, false);
  session.set_text(page.words, "Words in bold");  // As the DOM has it already.
  session.set_hidden(5000, true);
  session.set_text(5000, "x");
  session.set_current(5000, true);
  session.hover(5000);
  CHECK_FALSE(stage.needs_frame());
  session.resize(session.window());
  CHECK(stage.needs_frame());  // A canvas whose size is set is empty.
}

TEST_CASE("a hover moves for some frames and then comes to rest; with reduced motion it is there at once") {
  const Page page;
  tests::Stage stage(page.tree);
  stage.settle();
  stage.session().hover(page.button);
  stage.frame();
  CHECK(stage.needs_frame());
  stage.settle();
  CHECK_FALSE(stage.needs_frame());
  stage.session().reduce_motion(true);
  stage.session().hover(no_node);
  stage.frame();
  CHECK_FALSE(stage.needs_frame());
}

TEST_CASE("opening a question and hiding a block move what follows, and only such changes cost a layout") {
  const Page page;
  tests::Stage stage(page.tree);
  app::Session& session = stage.session();
  stage.settle();
  const auto top = [&](NodeId id) {
    session.update_layout(0);
    return session.layout().boxes[id].rect.y;
  };
  const float closed = top(page.words);
  session.set_open(page.question, true);
  CHECK(session.update_layout(0));
  CHECK(session.layout().boxes[page.answer].shown);
  CHECK(top(page.words) > closed);
  session.set_open(page.question, false);
  CHECK(top(page.words) == closed);
  const float below = top(page.button);
  session.set_hidden(page.words, true);
  CHECK(top(page.button) < below);
  session.use_dark(true);
  session.hover(page.button);
  session.set_current(page.nav, true);
  CHECK_FALSE(session.update_layout(0));
}

TEST_CASE("the skip link shows while it has focus and is gone with it") {
  const Page page;
  tests::Stage stage(page.tree);
  app::Session& session = stage.session();
  stage.settle();
  CHECK_FALSE(session.layout().boxes[page.skip].shown);
  session.focus(page.skip, true);
  CHECK(session.update_layout(0));
  CHECK(session.layout().boxes[page.skip].shown);
  CHECK(session.layout().boxes[page.skip].frame == layout::ContainingBlock::viewport);
  session.focus(page.button, true);
  CHECK(session.update_layout(0));
  CHECK_FALSE(session.layout().boxes[page.skip].shown);
}

TEST_CASE("another page starts anew: no state, hover or focus of the one before is left") {
  const Page page;
  tests::Stage stage(page.tree);
  app::Session& session = stage.session();
  session.set_hidden(page.words, true);
  session.set_text(page.button, "Other");
  session.focus(page.button, true);
  stage.settle();
  REQUIRE(session.open(document::write_tree(page.tree, {})));
  CHECK(stage.needs_frame());
  CHECK(session.update_layout(0));
  CHECK(session.layout().boxes[page.words].shown);
  CHECK(session.state().text.empty());
  CHECK(session.state().focused == no_node);
}

TEST_CASE("a frame costs what is visible: 500 sections take as many vertices as 20, at their end as at their start") {
  const int cost = [] {
    tests::Stage few(Page(20).tree);  // One stage at a time: ImGui has one context.
    few.settle(1000);
    return few.frame(1000);
  }();
  CHECK(cost > 100);
  tests::Stage many(Page(500).tree);
  many.settle(1000);
  CHECK(many.frame(1000) == cost);
  const float end = many.session().layout().height - 1000;
  CHECK(end > 50000);
  // A section more or less shows, by where the window's edges fall.
  CHECK(many.frame(end) < cost * 3 / 2);
  CHECK(many.frame(end) > cost / 3);
}

TEST_CASE("11.C14: a block with a letter that the fonts lack is the browser's, from the start or once it has one") {
  Page page;
  page.tree[page.words].runs = {{.text = "Words "}, {.text = "\u2192 \u03A9", .strong = true}};
  tests::Stage stage(page.tree);
  stage.frame();
  const auto drawn = [&stage](NodeId id) { return stage.session().state().browser_drawn.contains(id); };
  CHECK(drawn(page.words));
  CHECK_FALSE(drawn(page.button));
  stage.session().set_text(page.words, "Words");
  CHECK_FALSE(drawn(page.words));
  for (const char* text :
       {"\U0001F600", "e\u0301", "a\tb", "soft\u00ADhyphen", "a\u200Db", "\uFFFD", "\uE000", "\u05D0"}) {
    CAPTURE(text);
    stage.session().set_text(page.button, text);
    CHECK(drawn(page.button));
  }
  stage.session().set_text(page.button, "G\u00E9t \u2014 \u20AC5\u00A0\u2026");
  CHECK_FALSE(drawn(page.button));
}

TEST_CASE("11.D18: what is left to the browser is not painted, has the size measured of it, and comes back") {
  const Page page(2);
  tests::Stage stage(page.tree);
  app::Session& session = stage.session();
  const int all = stage.frame();
  const float height = session.layout().height;
  const float own = session.layout().boxes[page.words].rect.height;
  session.leave_to_browser(page.words, true);
  CHECK(stage.frame() < all);
  CHECK(session.layout().height == height);  // Until it is measured it has the room that it had.
  CHECK(session.set_measured(page.words, {300, own + 50}));
  CHECK_FALSE(session.set_measured(page.words, {300, own + 50}));
  stage.frame();
  CHECK(session.layout().height == height + 50);
  session.leave_to_browser(page.words, false);
  CHECK(stage.frame() == all);
  CHECK(session.layout().height == height);
  CHECK_FALSE(session.set_measured(page.words, {300, own}));  // Painted, so nobody's to measure.
}

TEST_CASE("11.D18: a session tells whether a text is what it shows") {
  const Page page;
  tests::Stage stage(page.tree);
  app::Session& session = stage.session();
  CHECK(session.shows(page.words, "Words in bold"));
  CHECK_FALSE(session.shows(page.words, "Words in bol"));
  CHECK_FALSE(session.shows(page.words, "Words in bold."));
  CHECK_FALSE(session.shows(no_node, ""));
  session.set_text(page.words, "Other");
  CHECK(session.shows(page.words, "Other"));
  CHECK(session.is_text(page.words));
  CHECK_FALSE(session.is_text(page.question));
}
