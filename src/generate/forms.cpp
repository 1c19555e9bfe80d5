#include "generate/forms.h"

#include "describe/describe.h"

namespace lacit::generate {
namespace {

forms::Type type_of(content::FieldType type) {
  switch (type) {
    case content::FieldType::email: return forms::Type::email;
    case content::FieldType::tel: return forms::Type::tel;
    case content::FieldType::select: return forms::Type::select;
    case content::FieldType::textarea: return forms::Type::textarea;
    case content::FieldType::checkbox: return forms::Type::checkbox;
    case content::FieldType::file:
    case content::FieldType::text: break;
  }
  return forms::Type::text;
}

std::vector<forms::Rule> rules_of(const content::Form& form) {
  std::vector<forms::Rule> rules;
  for (const content::Field& field : form.fields) {
    if (field.type == content::FieldType::file) continue;
    forms::Rule& rule = rules.emplace_back();
    rule = {.name = field.name,
            .type = type_of(field.type),
            .required = field.required,
            .max_length = static_cast<std::uint32_t>(field.max_length),
            .options = {}};
    for (const content::Option& option : field.options) rule.options.push_back(option.value);
  }
  return rules;
}

content::Page reply_page(const content::Site& site, const content::FormSection& section) {
  content::Hero hero{
      .eyebrow = {}, .heading = section.heading, .text = {{.text = " "}}, .actions = {}, .giving = {}, .picture = {}};
  if (!site.navigation.empty()) hero.actions.push_back(site.navigation.front());
  content::Page page{.slug = "forms-" + section.form,
                     .title = section.heading,
                     .description = site.description,
                     .listed = false,
                     .sections = {}};
  page.sections.push_back({.anchor = {}, .region = {}, .body = std::move(hero)});
  page.sections.push_back({.anchor = "contact", .region = {}, .body = section});
  return page;
}

/// Pictures under their published names: the server has no list of them.
void resolve_pictures(document::Tree& tree, const html::Resolver& resolve) {
  for (document::NodeId id = 0; id < tree.size(); ++id) {
    const std::string source(tree[id].attribute(document::Attribute::src));
    if (!source.empty() && source.front() != '/') tree.set(id, document::Attribute::src, resolve(source).address);
  }
}

/// The document around the body, which the server prints.
void split_document(const std::string& document, intake::FormsFile& file) {
  static constexpr std::string_view end = "</body>";
  const std::size_t body = document.find("<body");
  file.head = document.substr(0, body);
  file.foot = document.substr(document.rfind(end) + end.size());
}

}  // namespace

intake::FormsFile forms_file(const content::Site& site, const std::vector<content::Page>& pages,
                             const html::Assets& assets, const html::Resolver& resolve) {
  intake::FormsFile file;
  file.words = site.form_words;
  if (site.captcha) file.captcha = site.captcha->provider + " " + site.captcha->site_key;
  html::Assets plain = assets;
  for (std::string* script : {&plain.early_script, &plain.boot_script, &plain.painted_script, &plain.wasm,
                              &plain.form_script, &plain.lightbox_script, &plain.captcha_script})
    script->clear();
  for (const content::Page& page : pages) {
    for (const content::Section& section : page.sections) {
      const auto* form = std::get_if<content::FormSection>(&section.body);
      if (form == nullptr || file.forms.contains(form->form)) continue;
      const content::Form& fields = site.forms.at(form->form);
      const content::Page reply = reply_page(site, *form);
      document::Tree tree = describe::describe_page(site, reply);
      resolve_pictures(tree, resolve);
      split_document(
          html::print_document(
              {.site = site, .page = reply, .tree = tree, .assets = plain, .path = "/api/forms/", .tree_file = {}},
              resolve),
          file);
      file.forms[form->form] = {
          .id = form->form, .rules = rules_of(fields), .attachments = !fields.attach.empty(), .page = std::move(tree)};
    }
  }
  return file;
}

}  // namespace lacit::generate
