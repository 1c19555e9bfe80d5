#include <doctest/doctest.h>

#include <algorithm>

#include "describe/describe.h"
#include "unit/support/pages.h"

using namespace lacit;
using document::Attribute;
using document::Flag;
using document::Kind;
using document::Node;
using document::NodeId;
using document::Style;
using document::Tree;

namespace {

Tree described(const content::Content& content, const std::string& slug) {
  return describe::describe_page(content.site, tests::page_of(content, slug));
}

std::vector<std::string> texts(const Tree& tree, Style style) {
  std::vector<std::string> found;
  for (const NodeId id : tests::find(tree, [style](const Node& node) { return node.style == style; })) {
    found.push_back(text_content(tree[id]));
  }
  return found;
}

bool says(const Tree& tree, const std::string& text) {
  return !tests::find(tree, [&](const Node& node) { return text_content(node) == text; }).empty();
}

std::string when(const std::string& start, const std::string& end = "", const std::string& zone = "") {
  content::Content content = tests::good_content();
  content::Event event;
  event.id = "talk";
  event.name = "A talk";
  event.start = start;
  event.end = end;
  event.time_zone = zone;
  content::Events events;
  events.heading = "Events";
  events.events = {event};
  content.pages[0].sections = {{.anchor = {}, .region = {}, .body = events}};
  return texts(describe::describe_page(content.site, content.pages[0]), Style::event_when).at(0);
}

}  // namespace

TEST_CASE("the current page is marked in the bar and under More, and only that page") {
  const content::Content content = tests::good_content();
  const Tree tree = described(content, "about");
  const auto marked = tests::find(tree, [](const Node& node) { return node.has(Flag::current); });
  REQUIRE(marked.size() == 2);
  for (const NodeId id : marked) CHECK(tree[id].attribute(Attribute::href) == "/about/");
  const Tree lost = described(content, "404");  // It stands in no navigation.
  CHECK(tests::find(lost, [](const Node& node) { return node.has(Flag::current); }).empty());
}

TEST_CASE("a section for another region is not there, and the numbers of the others have no gap") {
  const content::Content content =
      tests::good_content_but("pages/home.json", "\"region\": \"louisiana\"", "\"region\": \"texas\"");
  const Tree tree = described(content, "home");
  CHECK_FALSE(says(tree, "Words"));
  CHECK(says(tree, "Benefits"));
  CHECK_FALSE(
      tests::find(tree, [](const Node& node) { return node.attribute(Attribute::id) == "section-2-heading"; }).empty());
}

TEST_CASE("times are told in words for people, with the zone by its city") {
  CHECK(when("2028-02-29T09:00", "2028-02-29T17:00", "America/Chicago") ==
        "February\u00A029, 2028, 9:00\u00A0am to 5:00\u00A0pm (Chicago time)");
  CHECK(when("2028-12-01T00:05", "", "America/New_York") == "December\u00A01, 2028, 12:05\u00A0am (New York time)");
  CHECK(when("2028-12-01T12:00", "2028-12-02T11:30", "UTC") ==
        "December\u00A01, 2028, 12:00\u00A0pm to December\u00A02, 2028, 11:30\u00A0am (UTC time)");
  CHECK(when("2028-03-01") == "March\u00A01, 2028");
  CHECK(when("2028-03-01", "2028-03-01") == "March\u00A01, 2028");
  CHECK(when("2028-02-28", "2028-03-01", "America/Chicago") == "February\u00A028, 2028 to March\u00A01, 2028");
}

TEST_CASE("lists with nothing in them say their honest word and are no empty list") {
  content::Content content = tests::good_content();
  for (content::Page& page : content.pages) {
    for (content::Section& section : page.sections) {
      if (auto* people = std::get_if<content::People>(&section.body)) people->people.clear();
      if (auto* events = std::get_if<content::Events>(&section.body)) events->events.clear();
    }
  }
  const Tree tree = described(content, "about");
  CHECK(says(tree, "Nobody yet."));
  CHECK(says(tree, "No dates yet."));
  CHECK(texts(tree, Style::event_list).empty());
  CHECK(texts(tree, Style::person_grid).empty());
}

TEST_CASE("steps are numbered, other lists are not") {
  const Tree tree = described(tests::good_content(), "home");
  for (const NodeId list : tests::find(tree, Kind::list)) {
    CHECK(tree[list].has(Flag::ordered) == (tree[list].style == Style::step_list));
  }
  CHECK(texts(tree, Style::step_heading) == std::vector<std::string>{"First", "Then"});
}

TEST_CASE("a form says in words what must be filled in, and its topic is chosen already") {
  const Tree tree = described(tests::good_content(), "home");
  CHECK(says(tree, "Email (required)"));
  CHECK(says(tree, "Topic"));
  const auto chosen = tests::find(tree, [](const Node& node) { return node.has(Flag::checked); });
  REQUIRE(chosen.size() == 1);
  CHECK(text_content(tree[chosen[0]]) == "A question");
  const NodeId form = tests::find(tree, Kind::form).at(0);
  CHECK(tree[form].attribute(Attribute::action) == "/api/forms/contact");
}

TEST_CASE("links to other sites tell them nothing of us; links inside and to numbers have no need") {
  const Tree tree = described(tests::good_content(), "about");
  for (const NodeId id : tests::find(tree, Kind::link)) {
    CHECK(tree[id].has(Flag::external) == tree[id].attribute(Attribute::href).starts_with("https://"));
  }
}

TEST_CASE("the frame keeps its ids from page to page, so that in-app navigation can leave it standing") {
  const content::Content content = tests::good_content();
  const Tree home = described(content, "home");
  const Tree about = described(content, "about");
  const NodeId main = tests::find(home, Kind::main).at(0);
  CHECK(tests::find(about, Kind::main).at(0) == main);
  CHECK(tests::find(about, Kind::footer) == tests::find(home, Kind::footer));
  NodeId last = 0;  // Whatever is not in main has a lower id than all that is.
  for (NodeId id = 0; id < home.size(); ++id) {
    NodeId at = id;
    while (at != document::no_node && home[at].kind != Kind::main) at = home[at].parent;
    if (at == document::no_node) last = std::max(last, id);
  }
  for (const NodeId section : tests::find(home, Kind::section)) CHECK(section > last);
}

TEST_CASE("once there is a provider, the donate page leads to it; until then it says how to ask") {
  content::Content content = tests::good_content();
  content::Hero hero;
  hero.heading = "Give";
  hero.text = {{.text = "Please ask us."}};
  hero.actions = {{"Ask", "/#contact"}};
  hero.giving = content::Giving{"Give online", {{.text = "Thank you."}}};
  content.pages[0].sections = {{.anchor = {}, .region = {}, .body = hero}};
  const auto links = [&](Style style) { return texts(describe::describe_page(content.site, content.pages[0]), style); };
  content.site.donate_url.clear();
  CHECK(links(Style::hero_lead) == std::vector<std::string>{"Please ask us."});
  CHECK(links(Style::button_primary).front() == "Ask");
  content.site.donate_url = "https://example.org/give";
  CHECK(links(Style::hero_lead) == std::vector<std::string>{"Thank you."});
  CHECK(links(Style::button_primary).front() == "Give online");
  CHECK(links(Style::button_secondary).front() == "Ask");
}

TEST_CASE("a page with galleries has one lightbox, hidden, as the last part of its main; others have none") {
  content::Content content = tests::good_content();
  const Tree tree = described(content, "about");
  const auto dialogs = tests::find(tree, Kind::dialog);
  REQUIRE(dialogs.size() == 1);
  CHECK(tree[dialogs[0]].has(Flag::hidden));
  CHECK(tree[tree[dialogs[0]].parent].kind == Kind::main);
  CHECK(tree[dialogs[0]].next == document::no_node);
  CHECK(says(tree, content.site.gallery_words.next));
  CHECK(tests::find(described(content, "home"), Kind::dialog).empty());
}

TEST_CASE(
    "11.B13: a picture of a gallery is named in addresses by its file, with the ending only where another has that "
    "name") {
  const Tree tree = described(tests::good_content(), "about");
  const auto photos =
      tests::find(tree, [](const Node& node) { return node.attribute(Attribute::data_behaviour) == "photo"; });
  std::vector<std::string> names;
  names.reserve(photos.size());
  for (const NodeId id : photos) names.emplace_back(tree[id].attribute(Attribute::data_value));
  CHECK(names == std::vector<std::string>{"hero", "dot", "dot.jpg", "dot.webp"});
}
