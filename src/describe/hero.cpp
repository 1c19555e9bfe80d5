// The page's opening: what it is about, and its only h1.
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {

void describe(const SectionContext& context, const content::Hero& hero) {
  Tree& tree = context.tree;
  const NodeId section = tree.add(context.main, Kind::section, hero.picture ? Style::hero : Style::hero_plain);
  if (context.named) tree.set(section, Attribute::id, context.anchor);
  const std::string label = heading_id(context);
  tree.set(section, Attribute::aria_labelledby, label);
  const NodeId text = tree.add(section, Kind::group, Style::hero_text);
  if (!hero.eyebrow.empty()) add_text(tree, text, Kind::paragraph, Style::eyebrow, hero.eyebrow);
  tree.set(add_heading(tree, text, Style::hero_heading, 1, hero.heading), Attribute::id, label);
  if (!hero.text.empty()) add_rich(tree, text, Kind::paragraph, Style::hero_lead, hero.text);
  add_actions(tree, text, hero.actions, Style::actions, Style::button_primary, Style::button_secondary);
  if (!hero.picture) return;
  tree.set(add_picture(tree, section, Style::hero_art, *hero.picture), Flag::eager);
}

}  // namespace lacit::describe
