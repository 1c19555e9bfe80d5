// People with their roles; an honest word while nobody is listed.
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {

void describe(const SectionContext& context, const content::People& people) {
  if (people.people.empty()) return describe_empty(context, people.heading, people.lead, people.empty);
  Tree& tree = context.tree;
  const NodeId section = begin_section(context, people.heading, people.lead);
  const NodeId list = tree.add(section, Kind::list, Style::person_grid);
  for (const content::Person& person : people.people) {
    const NodeId item = tree.add(list, Kind::item, Style::person);
    if (person.picture) {
      const NodeId picture = add_picture(tree, item, Style::person_picture, *person.picture);
      tree.set(picture, Attribute::sizes, "(min-width:1024px) 330px,(min-width:640px) 45vw,100vw");
    }
    add_heading(tree, item, Style::card_heading, 3, person.name);
    if (!person.role.empty()) add_text(tree, item, Kind::paragraph, Style::person_role, person.role);
    if (!person.text.empty()) add_rich(tree, item, Kind::paragraph, Style::card_text, person.text);
  }
}

}  // namespace lacit::describe
