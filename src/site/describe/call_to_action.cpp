// A closing panel that says what to do next.
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {

void describe(const SectionContext& context, const content::CallToAction& call) {
  Tree& tree = context.tree;
  const NodeId section = open_section(context);
  tree.set(section, Attribute::aria_labelledby, heading_id(context));
  const NodeId panel = tree.add(section, Kind::group, Style::closing);
  const NodeId words = tree.add(panel, Kind::group, Style::closing_words);
  tree.set(add_heading(tree, words, Style::closing_heading, 2, call.heading), Attribute::id, heading_id(context));
  if (!call.text.empty()) {
    add_rich(tree, words, Kind::paragraph, Style::closing_text, call.text, Style::inline_link_deep);
  }
  add_actions(tree, panel, call.actions, Style::closing_actions, Style::button_on_deep, Style::button_on_deep);
}

}  // namespace lacit::describe
