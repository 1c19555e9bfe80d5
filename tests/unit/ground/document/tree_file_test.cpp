#include "document/tree_file.h"

#include <doctest/doctest.h>

using namespace lacit::document;

namespace {

Tree sample() {
  Tree tree;
  const NodeId section = tree.add(0, Kind::section, Style::section);
  const NodeId heading = tree.add(section, Kind::heading, Style::heading);
  tree[heading].level = 2;
  tree[heading].runs = {{.text = "Überschrift"}};
  const NodeId paragraph = tree.add(section, Kind::paragraph, Style::paragraph);
  const NodeId link = tree.add(paragraph, Kind::link, Style::inline_link);
  tree[paragraph].runs = {{.text = "Call ", .strong = true}, {.text = "988", .link = link}};
  const NodeId icon = tree.add(section, Kind::icon, Style::tile_icon);
  tree.set(icon, Attribute::icon, "shield");
  tree.set(section, Flag::hidden);
  return tree;
}

}  // namespace

TEST_CASE("a tree comes back from its file as it was, without what only HTML needs") {
  Palettes palettes;
  palettes.light[1] = 0xFBFAF7;
  palettes.dark[14] = 0x123456;
  Tree tree = sample();
  tree.set(1, Attribute::aria_labelledby, "label");
  const auto read = read_tree(write_tree(tree, palettes));
  REQUIRE(read);
  const Tree& back = read.value().tree;
  REQUIRE(back.size() == tree.size());
  CHECK(read.value().palettes.light[1] == 0xFBFAF7);
  CHECK(read.value().palettes.dark[14] == 0x123456);
  CHECK(back[1].has(Flag::hidden));
  CHECK(back[1].attributes.empty());
  CHECK(back[2].runs[0].text == "Überschrift");
  CHECK(back[3].runs[1].link == 4);
  CHECK(back[5].attribute(Attribute::icon) == "shield");
  CHECK(back[0].first_child == 1);
  CHECK(back[1].last_child == 5);
}

TEST_CASE("a file that is cut off, damaged or of another sort gives an error and never a broken tree") {
  const std::string good = write_tree(sample(), {});
  CHECK_FALSE(read_tree(""));
  CHECK_FALSE(read_tree("{\"kind\": \"page\"}"));
  for (std::size_t size = 0; size < good.size(); ++size) CHECK_FALSE(read_tree(good.substr(0, size)));
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x15);
    const auto read = read_tree(bad);
    if (!read) continue;
    // Whatever still reads is a tree: every node is reached once from the body.
    std::size_t reached = 1;
    for (NodeId id = 0; id < read.value().tree.size(); ++id) {
      for (NodeId child = read.value().tree[id].first_child; child != no_node; child = read.value().tree[child].next) {
        ++reached;
        REQUIRE(reached <= read.value().tree.size());
      }
    }
    CHECK(reached == read.value().tree.size());
  }
}

TEST_CASE("a tree that is full says so, and has no node twice") {
  Tree tree;
  while (tree.size() < most_nodes) (void)tree.add(0, Kind::group, Style::plain);
  CHECK(tree.complete());
  const NodeId last = tree.add(0, Kind::group, Style::plain);
  CHECK_FALSE(tree.complete());
  CHECK(last == most_nodes - 1);
  CHECK(tree.size() == most_nodes);
  CHECK(tree[last].next == no_node);
}

TEST_CASE("a tree that another build wrote is told apart from a damaged one") {
  std::string file = write_tree(Tree(), {});
  file[3] = static_cast<char>(file[3] ^ 1);
  CHECK(read_tree(file).message() == "this page tree was written by another build; run ./dev build again");
}
