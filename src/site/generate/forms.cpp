#include "generate/forms.h"

#include "content/site_words.h"
#include "describe/describe.h"

namespace lacit::generate {
namespace {

std::vector<forms::FieldRule> rules_of(const content::Form& form) {
  std::vector<forms::FieldRule> rules;
  for (const content::Field& field : form.fields) {
    forms::FieldRule& rule = rules.emplace_back();
    rule = {.name = field.name,
            .type = field.type,
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

/// Where the reply says what became of the form: the page's own heading, the sentence after it, and the links after
/// that.
void find_words(forms::Form& form) {
  const document::Tree& page = form.page;
  for (document::NodeId id = 0; id < page.size(); ++id) {
    if (page[id].kind != document::Kind::heading || page[id].level != 1) continue;
    form.heading = id;
    form.lead = page[id].next;
    form.home = form.lead == document::no_node ? document::no_node : page[form.lead].next;
    return;
  }
}

/// Pictures under their published names: the server has no list of them.
void resolve_pictures(document::Tree& tree, const markup::Resolver& resolve) {
  for (document::NodeId id = 0; id < tree.size(); ++id) {
    const std::string source(tree[id].attribute(document::Attribute::src));
    if (!source.empty() && source.front() != '/') tree.set(id, document::Attribute::src, resolve(source).address);
  }
}

}  // namespace

forms::FormsFile forms_file(const content::Site& site, const std::vector<content::Page>& pages,
                            const html::Assets& assets, const html::Shell& shell, const markup::Resolver& resolve) {
  forms::FormsFile file;
  file.words = describe::form_words(site, content::Speaker::server);
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
      auto [before, after] = html::print_around({.site = site,
                                                 .page = reply,
                                                 .tree = tree,
                                                 .assets = plain,
                                                 .path = "/api/forms/",
                                                 .tree_file = {},
                                                 .shell = shell});
      file.head = std::move(before);
      file.foot = std::move(after);
      file.forms[form->form] = {
          .id = form->form, .rules = rules_of(fields), .attachments = !fields.attach.empty(), .page = std::move(tree)};
      find_words(file.forms[form->form]);
    }
  }
  return file;
}

forms::ReplyWords refusals(const content::Site& site) {
  forms::ReplyWords words;
  for (const content::DefaultWord& word : content::default_words(content::WordGroup::refusals)) {
    words.emplace(word.code, content::word(site, content::WordGroup::refusals, word.code));
  }
  return words;
}

}  // namespace lacit::generate
