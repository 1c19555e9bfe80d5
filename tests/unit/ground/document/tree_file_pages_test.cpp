// Whole pages through the tree file: what the browser reads is what was described, and damage is never let through.
#include <doctest/doctest.h>

#include <optional>

#include "describe/describe.h"
#include "document/tree_file.h"
#include "unit/golden/dump.h"
#include "unit/support/pages.h"
#include "unit/view/layout/fake_measurer.h"

using namespace lacit;
using document::no_node;
using document::NodeId;
using document::Tree;

namespace {

std::vector<Tree> pages() {
  const content::Content content = tests::good_content();
  std::vector<Tree> trees;
  for (const content::Page& page : content.pages) trees.push_back(describe::describe_page(content.site, page));
  return trees;
}

std::string laid_out(const Tree& tree, float width) {
  const auto viewport = layout::Viewport::of(width, 800);
  return tests::dump_layout(tree, layout::lay_out(tree, layout::State::of(tree), viewport, tests::FakeMeasurer{}));
}

// Every node but the body is reached exactly once from its parent, and every id is one of the tree's.
bool is_sound(const Tree& tree) {
  std::vector<int> reached(tree.size(), 0);
  for (NodeId id = 0; id < tree.size(); ++id) {
    for (const document::Run& run : tree[id].runs) {
      if (run.link != no_node && run.link >= tree.size()) return false;
    }
    for (NodeId child = tree[id].first_child; child != no_node; child = tree[child].next) {
      if (child >= tree.size() || tree[child].parent != id || ++reached[child] > 1) return false;
    }
  }
  for (NodeId id = 1; id < tree.size(); ++id) {
    if (reached[id] != 1) return false;
  }
  return tree[0].parent == no_node && reached[0] == 0;
}

}  // namespace

TEST_CASE("a page comes out of its file laid out as it went in, at every width") {
  for (const Tree& tree : pages()) {
    const auto back = document::read_tree(document::write_tree(tree, {}));
    REQUIRE(back);
    for (const float width : {360.0F, 768.0F, 1280.0F}) {
      CHECK(laid_out(back.value().tree, width) == laid_out(tree, width));
    }
  }
}

TEST_CASE("every node keeps its place, its look and its words") {
  for (const Tree& tree : pages()) {
    const auto read = document::read_tree(document::write_tree(tree, {}));
    REQUIRE(read);
    const Tree& back = read.value().tree;
    REQUIRE(back.size() == tree.size());
    for (NodeId id = 0; id < tree.size(); ++id) {
      CAPTURE(id);
      CHECK(back[id].kind == tree[id].kind);
      CHECK(back[id].style == tree[id].style);
      CHECK(back[id].level == tree[id].level);
      CHECK(back[id].flags == tree[id].flags);
      CHECK(back[id].parent == tree[id].parent);
      CHECK(back[id].last_child == tree[id].last_child);
      CHECK(text_content(back[id]) == text_content(tree[id]));
      REQUIRE(back[id].runs.size() == tree[id].runs.size());
      for (std::size_t i = 0; i < tree[id].runs.size(); ++i) {
        CHECK(back[id].runs[i].strong == tree[id].runs[i].strong);
        CHECK(back[id].runs[i].emphasis == tree[id].runs[i].emphasis);
        CHECK(back[id].runs[i].link == tree[id].runs[i].link);
      }
    }
  }
}

TEST_CASE("a page cut off anywhere is refused, and so is one with more behind it") {
  const std::string file = document::write_tree(pages().front(), {});
  REQUIRE(document::read_tree(file));
  for (std::size_t size = 0; size < file.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(document::read_tree(file.substr(0, size)));
  }
  CHECK_FALSE(document::read_tree(file + '\0'));
  CHECK_FALSE(document::read_tree(file + file));
}

TEST_CASE("a page with one bit wrong is refused, or is a whole tree still, which can be laid out") {
  const std::string good = document::write_tree(pages().front(), {});
  std::size_t refused = 0;
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      std::string bad = good;
      bad[at] = static_cast<char>(static_cast<unsigned char>(bad[at]) ^ (1U << bit));
      const auto read = document::read_tree(bad);
      if (!read) {
        ++refused;
        continue;
      }
      // One check a file, or its report would take longer than the reading.
      if (!is_sound(read.value().tree)) FAIL("byte ", at, ", bit ", bit, " gives a broken tree");
      if (bit == at % 8) static_cast<void>(laid_out(read.value().tree, 360));
    }
  }
  CHECK(refused > 1000);
}

TEST_CASE("a small page with any byte in any place is refused or is a whole tree") {
  Tree tree;
  const NodeId section = tree.add(0, document::Kind::section, document::Style::section);
  const NodeId words = tree.add(section, document::Kind::paragraph, document::Style::paragraph);
  const NodeId link = tree.add(words, document::Kind::link, document::Style::inline_link);
  tree[words].runs = {{.text = "Call "}, {.text = "988", .strong = true, .link = link}};
  const NodeId image = tree.add(section, document::Kind::image, document::Style::hero_art);
  tree.set(image, document::Attribute::width, "96");
  tree.set(image, document::Attribute::height, "84");
  const std::string good = document::write_tree(tree, {});
  const std::size_t palettes = 4 + std::size_t{2} * 3 * (document::color_count - 1);
  std::size_t read_anyway = 0;
  for (std::size_t at = palettes; at < good.size(); ++at) {
    for (int value = 0; value < 256; ++value) {
      std::string bad = good;
      bad[at] = static_cast<char>(value);
      const auto read = document::read_tree(bad);
      if (!read) continue;
      ++read_anyway;
      if (!is_sound(read.value().tree)) FAIL("byte ", at, " as ", value, " gives a broken tree");
      static_cast<void>(laid_out(read.value().tree, 1280));
    }
  }
  CHECK(read_anyway >= good.size() - palettes);  // Each byte as it was; others change only words or looks.
}
