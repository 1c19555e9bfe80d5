// A form's fields: label, hint, what is wrong, the field itself.
#include "describe/form_parts.h"
#include "forms/rules.h"

namespace lacit::describe {
namespace {

using forms::FieldType;

/// Addresses are texts with a pattern: `type=email` of some browsers refuses domains beyond ASCII, which we convert.
std::string_view type_name(FieldType type) { return name_of(type == FieldType::email ? FieldType::text : type); }

Style field_style(FieldType type) {
  if (type == FieldType::textarea) return Style::textarea;
  if (type == FieldType::select) return Style::select;
  return type == FieldType::checkbox ? Style::checkbox : Style::input;
}

/// HTML 6.8.6 and 6.8.7: the keyboard that a phone shows, and what its Enter key says: it sends from a field of one
/// line.
void set_keyboard(Tree& tree, NodeId node, FieldType type) {
  const bool email = type == FieldType::email;
  const bool special = email || type == FieldType::tel;
  if (special) tree.set(node, Attribute::inputmode, email ? "email" : "tel");
  if (special || type == FieldType::text) tree.set(node, Attribute::enterkeyhint, "send");
  if (type == FieldType::textarea) tree.set(node, Attribute::enterkeyhint, "enter");
}

NodeId add_field(Tree& tree, NodeId parent, const content::Field& field, const std::string& id) {
  const NodeId node = tree.add(parent, Kind::field, field_style(field.type));
  tree.set(node, Attribute::id, id);
  tree.set(node, Attribute::name, field.name);
  tree.set(node, Attribute::type, type_name(field.type));
  if (!field.autocomplete.empty()) tree.set(node, Attribute::autocomplete, field.autocomplete);
  set_keyboard(tree, node, field.type);
  if (field.max_length > 0) tree.set(node, Attribute::maxlength, std::to_string(field.max_length));
  if (field.required) tree.set(node, Flag::required);
  if (field.type == FieldType::tel) tree.set(node, Attribute::pattern, forms::phone_pattern);
  if (field.type == FieldType::email) tree.set(node, Attribute::pattern, forms::email_pattern);
  const std::string hint = field.hint.empty() ? "" : id + "-hint ";
  tree.set(node, Attribute::aria_describedby, hint + id + "-error");
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

void add_error(Tree& tree, NodeId parent, const std::string& id) {
  const NodeId error = add_told(tree, parent, Kind::paragraph, Style::field_error);
  tree.set(error, Attribute::id, id + "-error");
  tree.set(error, Flag::hidden);
}

void add_count(Tree& tree, NodeId parent, const std::string& id) {
  const NodeId count = add_told(tree, parent, Kind::paragraph, Style::field_count);
  tree.set(count, Attribute::id, id + "-count");
  tree.set(count, Flag::hidden);
}

void describe_check(const SectionContext& context, NodeId parent, const content::Field& field, const std::string& id) {
  Tree& tree = context.tree;
  const NodeId group = tree.add(parent, Kind::group, Style::field_group);
  add_error(tree, group, id);
  const NodeId row = tree.add(group, Kind::group, Style::check_row);
  add_field(tree, row, field, id);
  const NodeId label = add_text(tree, row, Kind::field_label, Style::check_label, label_of(field, context.site.words));
  tree.set(label, Attribute::for_, id);
}

void describe_field(const SectionContext& context, NodeId parent, const content::Field& field,
                    const content::FormSection& section) {
  Tree& tree = context.tree;
  const std::string id = context.anchor + "-" + field.name;
  if (field.type == FieldType::checkbox) return describe_check(context, parent, field, id);
  const NodeId group = tree.add(parent, Kind::group, Style::field_group);
  const NodeId label =
      add_text(tree, group, Kind::field_label, Style::field_label, label_of(field, context.site.words));
  tree.set(label, Attribute::for_, id);
  if (!field.hint.empty()) {
    tree.set(add_text(tree, group, Kind::paragraph, Style::field_hint, field.hint), Attribute::id, id + "-hint");
  }
  add_error(tree, group, id);
  const NodeId node = add_field(tree, group, field, id);
  if (field.type == FieldType::select) add_options(tree, node, field, section.topic);
  if (field.type == FieldType::textarea && field.max_length > 0) add_count(tree, group, id);
}

}  // namespace

void describe_fields(const SectionContext& context, NodeId card, const content::FormSection& section) {
  Tree& tree = context.tree;
  const content::Form& form = context.site.forms.at(section.form);
  NodeId pair = no_node;
  bool attached = false;
  for (const content::Field& field : form.fields) {
    const bool narrow = field.type != FieldType::textarea && field.type != FieldType::checkbox;
    if (narrow && pair == no_node) pair = tree.add(card, Kind::group, Style::form_pair);
    // Before what is agreed to; once.
    if (field.type == FieldType::checkbox && !attached) {
      describe_attachments(context, card, form);
      attached = true;
    }
    describe_field(context, narrow ? pair : card, field, section);
    if (!narrow) pair = no_node;
  }
  if (!attached) describe_attachments(context, card, form);
}

}  // namespace lacit::describe
