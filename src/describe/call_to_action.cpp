// A closing panel that says what to do next.
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {

void describe(const SectionContext& context, const content::CallToAction& call) {
  Tree& tree = context.tree;
  const NodeId section = begin_section(context, Style::section, {}, {});
  const std::string label = context.anchor + "-heading";
  tree.set(section, Attribute::aria_labelledby, label);
  const NodeId panel = tree.add(section, Kind::group, Style::closing);
  tree.set(add_heading(tree, panel, Style::closing_heading, 2, call.heading), Attribute::id, label);
  if (!call.text.empty()) {
    add_rich(tree, panel, Kind::paragraph, Style::closing_text, call.text, Style::inline_link_deep);
  }
  add_actions(tree, panel, call.actions, Style::button_on_deep, Style::button_on_deep);
}

}  // namespace lacit::describe
