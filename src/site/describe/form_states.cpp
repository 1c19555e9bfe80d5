// What a form says while it is filled in and sent. All of it hidden until script has something to say.
#include "base/places.h"
#include "describe/form_parts.h"
#include "forms/limits.h"
#include "forms/own_fields.h"

namespace lacit::describe {
namespace {

void hide(Tree& tree, NodeId node) { tree.set(node, Flag::hidden); }

/// Focus goes there by script: Tab does not.
void let_focus(Tree& tree, NodeId node) { tree.set(node, Attribute::tabindex, "-1"); }

void add_attached(const SectionContext& context, NodeId list) {
  Tree& tree = context.tree;
  const NodeId item = tree.add(list, Kind::item, Style::attached);
  hide(tree, item);
  add_told(tree, item, Kind::label, Style::attached_name);
  add_button(tree, item, Style::button_small, form_word(context.site, "remove"), "form-remove");
}

void add_fault(const SectionContext& context, NodeId list, const std::string& field) {
  Tree& tree = context.tree;
  const NodeId item = tree.add(list, Kind::item, Style::faults_item);
  hide(tree, item);
  tree.set(add_told(tree, item, Kind::link, Style::faults_link), Attribute::href, "#" + field);
}

}  // namespace

void describe_attachments(const SectionContext& context, NodeId card, const content::Form& form) {
  Tree& tree = context.tree;
  if (form.attach.empty()) return;
  const std::string id = context.anchor + "-attachments";
  const NodeId box = tree.add(card, Kind::group, Style::attach);
  tree.set(box, Attribute::data_behaviour, "form-drop");
  tree.set(add_text(tree, box, Kind::field_label, Style::field_label, form.attach), Attribute::for_, id);
  const NodeId hint = add_text(tree, box, Kind::paragraph, Style::field_hint, form_word(context.site, "attach_hint"));
  tree.set(hint, Attribute::id, id + "-hint");
  const NodeId error = add_told(tree, box, Kind::paragraph, Style::field_error);
  tree.set(error, Attribute::id, id + "-error");
  hide(tree, error);
  const NodeId field = tree.add(box, Kind::field, Style::file_input);
  tree.set(field, Attribute::id, id);
  tree.set(field, Attribute::name, forms::own_field::attachments);
  tree.set(field, Attribute::type, "file");
  tree.set(field, Attribute::accept, forms::accepted_files);
  tree.set(field, Attribute::data_value, std::to_string(forms::most_file_bytes));
  tree.set(field, Attribute::aria_describedby, id + "-hint " + id + "-error");
  tree.set(field, Flag::multiple);
  const NodeId note =
      add_text(tree, box, Kind::paragraph, Style::attach_note, base::filled(form.attachments, {{"n", "0"}}));
  tree.set(note, Attribute::data_behaviour, "told");
  tree.set(note, Attribute::data_value, form.attachments);
  const NodeId list = tree.add(box, Kind::list, Style::attached_list);
  hide(tree, list);
  for (std::size_t i = 0; i < forms::most_files; ++i) add_attached(context, list);
}

void describe_trap(const SectionContext& context, NodeId card) {
  Tree& tree = context.tree;
  const NodeId box = tree.add(card, Kind::group, Style::plain);
  hide(tree, box);  // Neither seen nor heard nor reached by Tab.
  const NodeId field = tree.add(box, Kind::field, Style::input);
  tree.set(field, Attribute::type, "text");
  tree.set(field, Attribute::name, forms::own_field::trap);
  tree.set(field, Attribute::autocomplete, "off");
  tree.set(field, Attribute::aria_label, form_word(context.site, "trap"));
}

void describe_faults(const SectionContext& context, NodeId card, const content::Form& form) {
  Tree& tree = context.tree;
  const std::string heading = context.anchor + "-faults";
  const NodeId box = tree.add(card, Kind::group, Style::faults);
  hide(tree, box);
  let_focus(tree, box);
  tree.set(box, Attribute::role, "group");
  tree.set(box, Attribute::aria_labelledby, heading);
  tree.set(box, Attribute::data_behaviour, "form-faults");
  const NodeId title = add_heading(tree, box, Style::faults_heading, 3, form_word(context.site, "problem"));
  tree.set(title, Attribute::id, heading);
  const NodeId list = tree.add(box, Kind::list, Style::faults_list);
  for (const content::Field& field : form.fields) add_fault(context, list, context.anchor + "-" + field.name);
  if (!form.attach.empty()) add_fault(context, list, context.anchor + "-attachments");
}

void describe_sending(const SectionContext& context, NodeId card) {
  Tree& tree = context.tree;
  const NodeId box = tree.add(card, Kind::group, Style::sending);
  hide(tree, box);
  tree.set(box, Attribute::data_behaviour, "form-sending");
  add_told(tree, box, Kind::paragraph, Style::sending_text);
  const NodeId bar = tree.add(box, Kind::progress, Style::progress);
  tree.set(bar, Attribute::aria_label, form_word(context.site, "sending"));
}

void describe_done(const SectionContext& context, NodeId parent) {
  Tree& tree = context.tree;
  const NodeId box = tree.add(parent, Kind::group, Style::done);
  hide(tree, box);
  tree.set(box, Attribute::data_behaviour, "form-done");
  let_focus(tree, add_heading(tree, box, Style::done_heading, 3, form_word(context.site, "thanks")));
  add_told(tree, box, Kind::paragraph, Style::done_text);
  add_button(tree, box, Style::button_secondary, form_word(context.site, "another"), "form-another");
}

}  // namespace lacit::describe
