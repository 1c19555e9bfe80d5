// A form: what it is for on the left, its fields on the right.
#include <string>
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {

namespace {

std::string_view type_name(content::FieldType type) {
  switch (type) {
    case content::FieldType::email: return "email";
    case content::FieldType::tel: return "tel";
    case content::FieldType::select: return "select";
    case content::FieldType::textarea: return "textarea";
    case content::FieldType::file: return "file";
    case content::FieldType::checkbox: return "checkbox";
    case content::FieldType::text: break;
  }
  return "text";
}

Style field_style(content::FieldType type) {
  if (type == content::FieldType::textarea) return Style::textarea;
  if (type == content::FieldType::select) return Style::select;
  return type == content::FieldType::checkbox ? Style::checkbox : Style::input;
}

NodeId add_field(Tree& tree, NodeId parent, const content::Field& field, const std::string& id) {
  const NodeId node = tree.add(parent, Kind::field, field_style(field.type));
  tree.set(node, Attribute::id, id);
  tree.set(node, Attribute::name, field.name);
  tree.set(node, Attribute::type, type_name(field.type));
  if (!field.autocomplete.empty()) tree.set(node, Attribute::autocomplete, field.autocomplete);
  if (field.max_length > 0) tree.set(node, Attribute::maxlength, std::to_string(field.max_length));
  if (field.required) tree.set(node, Flag::required);
  if (!field.hint.empty()) tree.set(node, Attribute::aria_describedby, id + "-hint");
  return node;
}

void add_options(Tree& tree, NodeId select, const content::Field& field, std::string_view preset) {
  for (const content::Option& option : field.options) {
    const NodeId node = add_text(tree, select, Kind::option, Style::plain, option.label);
    tree.set(node, Attribute::value, option.value);
    if (option.value == preset) tree.set(node, Flag::checked);
  }
}

std::string label_of(const content::Field& field, const content::Words& words) {
  return field.required ? field.label + " (" + words.required + ")" : field.label;
}

void describe_field(const SectionContext& context, NodeId parent, const content::Field& field,
                    const content::FormSection& form) {
  Tree& tree = context.tree;
  const std::string id = context.anchor + "-" + field.name;
  const bool check = field.type == content::FieldType::checkbox;
  const NodeId group = tree.add(parent, Kind::group, check ? Style::check_row : Style::field_group);
  const auto add_label = [&] {
    const NodeId label = add_text(tree, group, Kind::field_label, check ? Style::check_label : Style::field_label,
                                  label_of(field, context.site.words));
    tree.set(label, Attribute::for_, id);
  };
  if (!check) add_label();
  if (!check && !field.hint.empty()) {
    tree.set(add_text(tree, group, Kind::paragraph, Style::field_hint, field.hint), Attribute::id, id + "-hint");
  }
  const NodeId node = add_field(tree, group, field, id);
  if (field.type == content::FieldType::select) add_options(tree, node, field, form.topic);
  if (check) add_label();
}

void describe_attachments(const SectionContext& context, NodeId card, const content::Form& form) {
  Tree& tree = context.tree;
  if (form.attach.empty()) return;
  const NodeId box = tree.add(card, Kind::group, Style::attach);
  const std::string id = context.anchor + "-attachments";
  tree.set(add_text(tree, box, Kind::field_label, Style::field_label, form.attach), Attribute::for_, id);
  const NodeId field = tree.add(box, Kind::field, Style::file_input);
  tree.set(field, Attribute::id, id);
  tree.set(field, Attribute::name, "attachments");
  tree.set(field, Attribute::type, "file");
  tree.set(field, Flag::multiple);
  std::string count = form.attachments;
  if (const auto at = count.find("{n}"); at != std::string::npos) count.replace(at, 3, "0");
  add_text(tree, box, Kind::paragraph, Style::attach_note, count);
}

void describe_fields(const SectionContext& context, NodeId card, const content::FormSection& section,
                     const content::Form& form) {
  Tree& tree = context.tree;
  NodeId pair = no_node;
  for (const content::Field& field : form.fields) {
    const bool narrow = field.type != content::FieldType::textarea && field.type != content::FieldType::checkbox;
    if (narrow && pair == no_node) pair = tree.add(card, Kind::group, Style::form_pair);
    if (field.type == content::FieldType::checkbox) describe_attachments(context, card, form);
    describe_field(context, narrow ? pair : card, field, section);
    if (!narrow) pair = no_node;
  }
}

}  // namespace

void describe(const SectionContext& context, const content::FormSection& section) {
  Tree& tree = context.tree;
  const content::Form& form = context.site.forms.at(section.form);  // The loader has checked that it is there.
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
  const NodeId card = tree.add(grid, Kind::form, Style::form_card);
  tree.set(card, Attribute::action, "/api/forms/" + section.form);
  tree.set(card, Attribute::method, "post");
  tree.set(card, Attribute::enctype, "multipart/form-data");
  tree.set(card, Attribute::aria_labelledby, label);
  describe_fields(context, card, section, form);
  const NodeId actions = tree.add(card, Kind::group, Style::actions);
  tree.set(add_text(tree, actions, Kind::button, Style::button_primary, form.send), Attribute::type, "submit");
}

}  // namespace lacit::describe
