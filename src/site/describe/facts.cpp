// Figures with what they mean and where they are from.
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {

void describe(const SectionContext& context, const content::Facts& facts) {
  Tree& tree = context.tree;
  const NodeId section = begin_section(context, facts.heading, facts.lead);
  const NodeId list = tree.add(section, Kind::list, Style::fact_grid);
  for (const content::Fact& fact : facts.facts) {
    const NodeId item = tree.add(list, Kind::item, Style::fact);
    add_text(tree, item, Kind::paragraph, Style::fact_figure, fact.figure);
    add_rich(tree, item, Kind::paragraph, Style::fact_label, fact.label);
    if (fact.source.href.empty()) continue;
    add_link(tree, tree.add(item, Kind::group, Style::fact_source), Style::source_link,
             {context.site.words.source + ": " + fact.source.label, fact.source.href});
  }
}

}  // namespace lacit::describe
