#include "intake/forms_file.h"

#include <array>
#include <nlohmann/json.hpp>

#include "document/tree_file.h"
#include "intake/secrets.h"

namespace lacit::intake {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 6> types = {"text", "email", "tel", "select", "textarea", "checkbox"};

json rule_json(const forms::Rule& rule) {
  return {{"name", rule.name},
          {"type", types[static_cast<std::size_t>(rule.type)]},
          {"required", rule.required},
          {"max_length", rule.max_length},
          {"options", rule.options}};
}

forms::Type type_of(const std::string& name) {
  const auto* const found = std::find(types.begin(), types.end(), name);
  return found == types.end() ? forms::Type::text : static_cast<forms::Type>(found - types.begin());
}

forms::Rule rule_of(const json& rule) {
  return {.name = rule.at("name").get<std::string>(),
          .type = type_of(rule.at("type").get<std::string>()),
          .required = rule.at("required").get<bool>(),
          .max_length = rule.at("max_length").get<std::uint32_t>(),
          .options = rule.at("options").get<std::vector<std::string>>()};
}

Form form_of(const json& form) {
  Form result{.id = form.at("id").get<std::string>(),
              .rules = {},
              .attachments = form.at("attachments").get<bool>(),
              .page = {}};
  for (const json& rule : form.at("fields")) result.rules.push_back(rule_of(rule));
  auto tree = document::read_tree(from_hex(form.at("page").get<std::string>()).value_or(""));
  if (tree) result.page = std::move(tree.value().tree);
  return result;
}

}  // namespace

std::string write_forms(const FormsFile& file) {
  json all = {{"head", file.head},
              {"foot", file.foot},
              {"words", file.words},
              {"captcha", file.captcha},
              {"forms", json::array()}};
  for (const auto& [id, form] : file.forms) {
    json fields = json::array();
    for (const forms::Rule& rule : form.rules) fields.push_back(rule_json(rule));
    all["forms"].push_back({{"id", id},
                            {"fields", fields},
                            {"attachments", form.attachments},
                            {"page", to_hex(document::write_tree(form.page, {}, document::Keep::everything))}});
  }
  return all.dump(1) + "\n";
}

base::Result<FormsFile> read_forms(std::string_view text) {
  FormsFile file;
  try {
    const json all = json::parse(text);
    file.head = all.at("head").get<std::string>();
    file.foot = all.at("foot").get<std::string>();
    file.words = all.at("words").get<Words>();
    file.captcha = all.value("captcha", "");
    for (const json& form : all.at("forms")) {
      Form read = form_of(form);
      file.forms.insert_or_assign(read.id, std::move(read));
    }
  } catch (const json::exception&) {
    return base::Error{"the finished site's " + std::string(forms_path) + " is damaged; run ./dev build again"};
  }
  return file;
}

}  // namespace lacit::intake
