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
  const bool gives = hero.giving && !context.site.donate_url.empty();
  const content::RichText& lead = gives ? hero.giving->text : hero.text;
  if (!lead.empty()) add_rich(tree, text, Kind::paragraph, Style::hero_lead, lead);
  std::vector<content::Link> actions = hero.actions;
  if (gives) actions.insert(actions.begin(), {hero.giving->label, context.site.donate_url});
  add_actions(tree, text, actions, Style::actions, Style::button_primary, Style::button_secondary);
  if (!hero.picture) return;
  const NodeId picture = add_picture(tree, section, Style::hero_art, *hero.picture);
  tree.set(picture, Flag::eager);
  tree.set(picture, Attribute::sizes, "(min-width:1024px) 492px,(min-width:640px) 42vw,100vw");
}

}  // namespace lacit::describe
