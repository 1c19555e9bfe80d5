// Benefits as cards; the closing statement fills what the last row has left.
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {

namespace {

void describe_card(Tree& tree, NodeId grid, const content::BenefitGroup& group) {
  const NodeId card = tree.add(grid, Kind::article, Style::card);
  add_icon(tree, tree.add(card, Kind::group, Style::icon_tile), Style::tile_icon, group.icon);
  add_heading(tree, card, Style::card_heading, 3, group.heading);
  const NodeId list = tree.add(card, Kind::list, Style::card_list);
  for (const content::RichText& point : group.points) add_rich(tree, list, Kind::item, Style::card_item, point);
}

}  // namespace

void describe(const SectionContext& context, const content::Benefits& benefits) {
  Tree& tree = context.tree;
  const NodeId section = begin_section(context, benefits.heading, benefits.lead);
  const NodeId grid = tree.add(section, Kind::group, Style::card_grid);
  for (const content::BenefitGroup& group : benefits.groups) describe_card(tree, grid, group);
  if (benefits.statement.empty()) return;
  const NodeId statement = tree.add(grid, Kind::group, Style::statement);
  add_rich(tree, statement, Kind::paragraph, Style::statement_text, benefits.statement, Style::inline_link_deep);
}

}  // namespace lacit::describe
