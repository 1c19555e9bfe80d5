// Things in order: a numbered list.
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {

void describe(const SectionContext& context, const content::Steps& steps) {
  Tree& tree = context.tree;
  const NodeId section = begin_section(context, steps.heading, steps.lead);
  const bool three = steps.steps.size() == 3;  // Two columns would leave a hole.
  const NodeId list = tree.add(section, Kind::list, three ? Style::step_list_three : Style::step_list);
  tree.set(list, Flag::ordered);
  for (const content::Step& step : steps.steps) {
    const NodeId item = tree.add(list, Kind::item, Style::step);
    add_heading(tree, item, Style::step_heading, 3, step.heading);
    add_rich(tree, item, Kind::paragraph, Style::step_text, step.text);
  }
  add_sources(tree, section, context.site.words.source, steps.sources);
}

}  // namespace lacit::describe
