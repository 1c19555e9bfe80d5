#include "forms_file/forms_file.h"

#include <array>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/hex.h"
#include "base/safe_text.h"
#include "document/tree_file.h"

namespace lacit::forms {
namespace {

using nlohmann::json;

constexpr std::size_t longest_version = 40;  // Bytes of a damaged one that are told.

constexpr std::array<std::string_view, 18> keys = {
    "version", "head",    "foot", "words", "captcha", "forms", "id",      "fields",   "attachments",
    "page",    "heading", "lead", "home",  "name",    "type",  "options", "required", "max_length"};

/// What the file means is in these lists and in those of the trees: another list, another version.
std::string version() {
  std::string lists = std::to_string(document::tree_version());
  for (const std::string_view key : keys) (lists += ' ') += key;
  for (const std::string_view type : field_type_names) (lists += ' ') += type;
  return base::short_hash(lists);
}

json rule_json(const forms::FieldRule& rule) {
  return {{"name", rule.name},
          {"type", name_of(rule.type)},
          {"required", rule.required},
          {"max_length", rule.max_length},
          {"options", rule.options}};
}

forms::FieldRule rule_of(const json& rule) {
  return {.name = rule.at("name").get<std::string>(),
          .type = field_type(rule.at("type").get<std::string>()),
          .required = rule.at("required").get<bool>(),
          .max_length = rule.at("max_length").get<std::uint32_t>(),
          .options = rule.at("options").get<std::vector<std::string>>()};
}

/// A number from a file that somebody may have changed.
document::NodeId node_of(const json& number, const document::Tree& page) {
  const auto id = number.get<std::uint32_t>();
  return id < page.size() ? static_cast<document::NodeId>(id) : document::no_node;
}

Form form_of(const json& form) {
  Form result{.id = form.at("id").get<std::string>(),
              .rules = {},
              .attachments = form.at("attachments").get<bool>(),
              .page = {}};
  for (const json& rule : form.at("fields")) result.rules.push_back(rule_of(rule));
  auto tree = document::read_tree(base::from_hex(form.at("page").get<std::string>()).value_or(""));
  if (!tree) return result;
  result.page = std::move(tree.value().tree);
  result.heading = node_of(form.at("heading"), result.page);
  result.lead = node_of(form.at("lead"), result.page);
  result.home = node_of(form.at("home"), result.page);
  return result;
}

}  // namespace

std::string write_forms(const FormsFile& file) {
  json all = {{"version", version()}, {"head", file.head},       {"foot", file.foot},
              {"words", file.words},  {"captcha", file.captcha}, {"forms", json::array()}};
  for (const auto& [id, form] : file.forms) {
    json fields = json::array();
    for (const forms::FieldRule& rule : form.rules) fields.push_back(rule_json(rule));
    all["forms"].push_back({{"id", id},
                            {"fields", fields},
                            {"attachments", form.attachments},
                            {"heading", form.heading},
                            {"lead", form.lead},
                            {"home", form.home},
                            {"page", base::to_hex(document::write_tree(form.page, {}, document::Keep::everything))}});
  }
  return all.dump(1) + "\n";
}

base::Result<FormsFile> read_forms(std::string_view text) {
  FormsFile file;
  try {
    const json all = json::parse(text);
    if (const std::string written = all.value("version", "none"); written != version()) {
      return base::Error{"the finished site's " + std::string(forms_path) +
                         " was written by another build of lacit (version " +
                         base::one_line(written.substr(0, longest_version)) + ", this one reads " + version() +
                         "); build the site with this lacit, or start the one that built it"};
    }
    file.head = all.at("head").get<std::string>();
    file.foot = all.at("foot").get<std::string>();
    file.words = all.at("words").get<ReplyWords>();
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

}  // namespace lacit::forms
