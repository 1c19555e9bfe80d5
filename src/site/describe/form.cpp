// A form: what it is for on the left, its fields on the right.
#include "describe/form_parts.h"

namespace lacit::describe {
namespace {

NodeId describe_intro(const SectionContext& context, const content::FormSection& section) {
  Tree& tree = context.tree;
  const NodeId node = open_section(context);
  const std::string label = heading_id(context);
  tree.set(node, Attribute::aria_labelledby, label);
  const NodeId grid = tree.add(node, Kind::group, Style::form_grid);
  const NodeId intro = tree.add(grid, Kind::group, Style::form_intro);
  tree.set(add_heading(tree, intro, Style::heading, 2, section.heading), Attribute::id, label);
  if (!section.lead.empty()) add_rich(tree, intro, Kind::paragraph, Style::lead, section.lead);
  if (!section.note.empty()) {
    const NodeId note = tree.add(intro, Kind::group, Style::note);
    add_rich(tree, note, Kind::paragraph, Style::note_text, section.note);
  }
  return grid;
}

NodeId describe_form(const SectionContext& context, NodeId grid, const content::FormSection& section) {
  Tree& tree = context.tree;
  const NodeId card = tree.add(grid, Kind::form, Style::form_card);
  tree.set(card, Attribute::action, "/api/forms/" + section.form);
  tree.set(card, Attribute::method, "post");
  tree.set(card, Attribute::enctype, "multipart/form-data");
  tree.set(card, Attribute::aria_labelledby, heading_id(context));
  tree.set(card, Attribute::data_behaviour, "form");
  tree.set(card, Attribute::data_value, form_words(context.site));
  return card;
}

}  // namespace

void describe(const SectionContext& context, const content::FormSection& section) {
  Tree& tree = context.tree;
  const content::Form& form = context.site.forms.at(section.form);  // The loader has checked that it is there.
  const NodeId grid = describe_intro(context, section);
  const NodeId card = describe_form(context, grid, section);
  describe_faults(context, card, form);
  describe_fields(context, card, section);
  describe_trap(context, card);
  describe_captcha(context, card);
  describe_sending(context, card);
  const NodeId actions = tree.add(card, Kind::group, Style::actions);
  tree.set(add_text(tree, actions, Kind::button, Style::button_primary, form.send), Attribute::type, "submit");
  tree.set(add_button(tree, actions, Style::button_secondary, form_word(context.site, "cancel"), "form-cancel"),
           Flag::hidden);
  describe_done(context, grid);
}

}  // namespace lacit::describe
