#include "paint/motion.h"

#include <doctest/doctest.h>

using namespace lacit;
using document::Kind;
using document::NodeId;
using document::Style;

TEST_CASE("hovering eases in and out, and asks for no frame when it is done") {
  document::Tree tree;
  const NodeId card = tree.add(0, Kind::article, Style::card);
  const NodeId text = tree.add(card, Kind::paragraph, Style::card_text);
  paint::Motion motion;
  CHECK_FALSE(motion.step(1));
  motion.hover(tree, text);  // The card around the text is hovered too, as in CSS.
  CHECK(motion.step(0.05F));
  CHECK(motion.hovered(card) > 0);
  CHECK(motion.hovered(card) < 1);
  CHECK_FALSE(motion.step(1));
  CHECK(motion.hovered(card) == 1);
  motion.hover(tree, document::no_node);
  CHECK(motion.step(0.05F));
  CHECK_FALSE(motion.step(1));
  CHECK(motion.hovered(card) == 0);
}

TEST_CASE("with reduced motion a change is there at once") {
  document::Tree tree;
  const NodeId card = tree.add(0, Kind::article, Style::card);
  paint::Motion motion;
  motion.reduce(true);
  motion.hover(tree, card);
  CHECK_FALSE(motion.step(0.001F));
  CHECK(motion.hovered(card) == 1);
}
