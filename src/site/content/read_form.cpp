// Forms: their fields and the rules that a browser will enforce.
#include <array>
#include <set>

#include "content/read.h"
#include "forms/own_fields.h"
#include "forms/rules.h"

namespace lacit::content {
namespace {

/// HTML, section 4.10.18.7 «Autofill»: the field names that a contact form may want.
std::span<const std::string_view> autocomplete_names() {
  static constexpr std::array<std::string_view, 18> names = {"off",
                                                             "on",
                                                             "name",
                                                             "given-name",
                                                             "family-name",
                                                             "honorific-prefix",
                                                             "nickname",
                                                             "email",
                                                             "tel",
                                                             "organization",
                                                             "organization-title",
                                                             "street-address",
                                                             "address-level1",
                                                             "address-level2",
                                                             "postal-code",
                                                             "country-name",
                                                             "language",
                                                             "url"};
  return names;
}

void read_option(Reader& reader, Option& option) {
  reader.text("value", option.value, {.most = 60});
  reader.text("label", option.label, {.most = 80});
}

void check_options(Reader& reader, const Field& field) {
  const bool chooses = field.type == forms::FieldType::select;
  if (chooses && field.options.empty()) {
    reader.report("options", "a select field without options", "list them: {\"value\": \"…\", \"label\": \"…\"}");
  }
  if (!chooses && !field.options.empty()) {
    reader.report("options", "only a select field has options", "delete them, or make the type \"select\"");
  }
  std::set<std::string_view> values;
  for (const Option& option : field.options) {
    if (!values.insert(option.value).second) {
      reader.report("options", "two options have the value \"" + option.value + "\"", "give each its own");
    }
  }
}

void check_name(Reader& reader, const Field& field) {
  if (!forms::is_taken_field_name(field.name)) return;
  std::string taken;
  for (const std::string_view name : forms::taken_field_names())
    taken += (taken.empty() ? "" : ", ") + std::string(name);
  reader.report("name", "a field cannot be called \"" + field.name + "\": the program uses that name itself",
                "choose another; taken are " + taken);
}

/// Keys that would do nothing.
void check_effect(Reader& reader, const Field& field) {
  const bool check = field.type == forms::FieldType::checkbox;
  if (check && !field.hint.empty()) {
    reader.report("hint", "a checkbox shows no hint", "say it in the label");
  }
  if ((check || field.type == forms::FieldType::select) && field.max_length > 0) {
    reader.report("max_length", "nothing is written into this field", "delete max_length, or change the type");
  }
}

void read_field(Reader& reader, Field& field) {
  reader.text("name", field.name, {.most = 40, .format = &format_of::field_name});
  reader.text("label", field.label, {.most = 240});
  reader.text("hint", field.hint, {.most = 240, .need = Need::optional});
  reader.choice("autocomplete", field.autocomplete, autocomplete_names(), Need::optional);
  std::string type = "text";
  reader.choice("type", type, forms::field_type_names, Need::optional);
  field.type = forms::field_type(type);
  reader.flag("required", field.required);
  reader.number("max_length", field.max_length, static_cast<int>(forms::longest));
  reader.list("options", field.options, {.most = 60}, read_option);
  if (reader.context() == nullptr) return;
  check_name(reader, field);
  check_options(reader, field);
  check_effect(reader, field);
}

/// Both words or none: a button, and how many files there are.
void check_attachments(Reader& reader, const Form& form) {
  if (form.attach.empty() != form.attachments.empty()) {
    return reader.report(form.attach.empty() ? "attachments" : "attach",
                         "\"attach\" and \"attachments\" belong together",
                         "write both where the form takes files, or neither");
  }
  if (!form.attachments.empty() && form.attachments.find("{n}") == std::string::npos) {
    reader.report("attachments", "no place for the number of attachments", "write {n} where it belongs");
  }
}

}  // namespace

void read_form(Reader& reader, Form& form) {
  reader.text("send", form.send, {.most = label_length});
  reader.text("attach", form.attach, {.most = label_length, .need = Need::optional});
  reader.text("attachments", form.attachments, {.most = label_length, .need = Need::optional});
  reader.list("fields", form.fields, {.least = 1, .most = 40}, read_field);
  if (reader.context() == nullptr) return;
  check_attachments(reader, form);
  std::set<std::string_view> names;
  for (const Field& field : form.fields) {
    if (!field.name.empty() && !names.insert(field.name).second) {
      reader.report("fields", "two fields have the name \"" + field.name + "\"", "give each its own");
    }
  }
}

}  // namespace lacit::content
