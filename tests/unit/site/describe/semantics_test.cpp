// What people who listen to a page, or walk through it by keys, rely on; for every page of the fixture and of LA CIT.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "content/load.h"
#include "describe/describe.h"
#include "unit/site/content/fixtures.h"
#include "unit/support/pages.h"
#include "unit/support/paths.h"

using namespace lacit;
using document::Attribute;
using document::Flag;
using document::Kind;
using document::no_node;
using document::Node;
using document::NodeId;
using document::Tree;

namespace {

void for_every_page(const std::function<void(const Tree&)>& check) {
  const auto site = tests::tests_folder().parent_path() / "content";
  const content::Loaded real = content::load_folder(site);
  REQUIRE_FALSE(real.content.pages.empty());
  for (const content::Content& content : {tests::good_content(), real.content}) {
    for (const content::Page& page : content.pages) {
      CAPTURE(page.slug);
      check(describe::describe_page(content.site, page));
    }
  }
}

std::map<std::string, NodeId, std::less<>> ids_of(const Tree& tree) {
  std::map<std::string, NodeId, std::less<>> ids;
  for (NodeId id = 0; id < tree.size(); ++id) {
    const std::string_view name = tree[id].attribute(Attribute::id);
    if (!name.empty()) ids.emplace(name, id);
  }
  return ids;
}

bool is_inside(const Tree& tree, NodeId id, NodeId of) {
  while (id != no_node && id != of) id = tree[id].parent;
  return id == of;
}

std::vector<NodeId> children(const Tree& tree, NodeId id) {
  std::vector<NodeId> found;
  for (NodeId child = tree[id].first_child; child != no_node; child = tree[child].next) found.push_back(child);
  return found;
}

}  // namespace

TEST_CASE("a page has one first heading, and no level is left out on the way down") {
  for_every_page([](const Tree& tree) {
    const std::vector<NodeId> headings = tests::find(tree, Kind::heading);
    REQUIRE_FALSE(headings.empty());
    CHECK(tree[headings.front()].level == 1);
    CHECK(std::ranges::count_if(headings, [&](NodeId id) { return tree[id].level == 1; }) == 1);
    int before = 1;
    for (const NodeId id : headings) {
      CAPTURE(text_content(tree[id]));
      CHECK_FALSE(text_content(tree[id]).empty());
      CHECK(tree[id].level <= before + 1);
      before = tree[id].level;
    }
  });
}

TEST_CASE("an id stands once in a page, and whatever names one finds it") {
  for_every_page([](const Tree& tree) {
    const auto ids = ids_of(tree);
    const auto with_id = [](const Node& node) { return !node.attribute(Attribute::id).empty(); };
    CHECK(ids.size() == tests::find(tree, with_id).size());
    for (NodeId id = 0; id < tree.size(); ++id) {
      for (const Attribute name : {Attribute::aria_labelledby, Attribute::aria_describedby, Attribute::for_}) {
        std::istringstream targets{std::string(tree[id].attribute(name))};
        for (std::string target; targets >> target;) {
          CAPTURE(target);
          CHECK(ids.contains(target));
        }
      }
      const std::string href(tree[id].attribute(Attribute::href));
      CAPTURE(href);
      if (href.starts_with('#')) CHECK(ids.contains(href.substr(1)));
    }
  });
}

TEST_CASE("every section is named by the first heading in it") {
  for_every_page([](const Tree& tree) {
    const auto ids = ids_of(tree);
    for (const NodeId section : tests::find(tree, Kind::section)) {
      const std::vector<NodeId> headings = tests::find(
          tree, [&](const Node& node) { return node.kind == Kind::heading && is_inside(tree, node.parent, section); });
      const auto label = ids.find(tree[section].attribute(Attribute::aria_labelledby));
      CHECK((label != ids.end()) == !headings.empty());
      if (label != ids.end()) CHECK(label->second == headings.front());
    }
  });
}

TEST_CASE("a list has items in it and nothing else, and an item is nowhere but in a list") {
  for_every_page([](const Tree& tree) {
    for (NodeId id = 1; id < tree.size(); ++id) {
      CHECK((tree[id].kind == Kind::item) == (tree[tree[id].parent].kind == Kind::list));
    }
    for (const NodeId list : tests::find(tree, Kind::list)) CHECK(tree[list].first_child != no_node);
  });
}

TEST_CASE("a row of a table has a head of its own and as many cells as the table has columns") {
  for_every_page([](const Tree& tree) {
    for (const NodeId table : tests::find(tree, Kind::table)) {
      CHECK_FALSE(tree[table].attribute(Attribute::aria_labelledby).empty());
      const std::vector<NodeId> parts = children(tree, table);
      REQUIRE(parts.size() == 2);
      const std::vector<NodeId> columns = children(tree, tree[parts[0]].first_child);
      for (const NodeId cell : columns) CHECK(tree[cell].attribute(Attribute::scope) == "col");
      for (const NodeId row : children(tree, parts[1])) {
        const std::vector<NodeId> cells = children(tree, row);
        REQUIRE(cells.size() == columns.size());
        CHECK(tree[cells[0]].has(Flag::header_cell));
        CHECK(tree[cells[0]].attribute(Attribute::scope) == "row");
        CHECK(std::ranges::count_if(cells, [&](NodeId id) { return tree[id].has(Flag::header_cell); }) == 1);
      }
    }
  });
}

TEST_CASE("every field has a label, and only the mark beside the site's own name is a picture without words") {
  for_every_page([](const Tree& tree) {
    std::set<std::string_view> labelled;
    for (const NodeId id : tests::find(tree, Kind::field_label)) labelled.insert(tree[id].attribute(Attribute::for_));
    for (const NodeId id : tests::find(tree, Kind::field)) {
      const bool named = !tree[id].attribute(Attribute::aria_label).empty();
      CHECK((named || labelled.contains(tree[id].attribute(Attribute::id))));
    }
    const auto silent = tests::find(
        tree, [](const Node& node) { return node.kind == Kind::image && node.attribute(Attribute::alt).empty(); });
    REQUIRE(silent.size() == 1);
    CHECK(tree[tree[silent[0]].parent].style == document::Style::brand);
  });
}

TEST_CASE("links and buttons have words, or a picture that has") {
  for_every_page([](const Tree& tree) {
    for (NodeId id = 0; id < tree.size(); ++id) {
      if (tree[id].kind != Kind::link && tree[id].kind != Kind::button) continue;
      if (tree[id].attribute(Attribute::data_behaviour) == "told") continue;  // Hidden until script gives it words.
      std::string words = text_content(tree[id]);
      for (NodeId inner = 0; inner < tree.size(); ++inner) {
        if (is_inside(tree, inner, id)) words += text_content(tree[inner]);
        if (is_inside(tree, inner, id)) words += tree[inner].attribute(Attribute::alt);
      }
      for (const document::Run& run : tree[tree[id].parent].runs) words += run.link == id ? run.text : "";
      CAPTURE(id);
      CHECK_FALSE(words.empty());
    }
  });
}

TEST_CASE("everything stands in a landmark, and the first stop of the Tab key leads to the content") {
  for_every_page([](const Tree& tree) {
    const std::vector<NodeId> top = children(tree, 0);
    REQUIRE(top.size() == 6);
    CHECK(tree[top[0]].kind == Kind::link);
    CHECK(tree[top[0]].attribute(Attribute::href) == "#main");
    const std::array kinds{Kind::aside, Kind::header, Kind::main, Kind::footer, Kind::aside};
    for (std::size_t i = 0; i < kinds.size(); ++i) CHECK(tree[top[i + 1]].kind == kinds[i]);
    for (const NodeId aside : tests::find(tree, Kind::aside)) {
      CHECK_FALSE(tree[aside].attribute(Attribute::aria_label).empty());
    }
  });
}
