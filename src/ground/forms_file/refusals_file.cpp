#include "forms_file/refusals_file.h"

#include <nlohmann/json.hpp>

namespace lacit::forms {

using nlohmann::json;

std::string write_refusals(const ReplyWords& words) { return json(words).dump(1) + "\n"; }

ReplyWords read_refusals(std::string_view text) {
  ReplyWords words;
  const json all = json::parse(text, nullptr, false);
  if (!all.is_object()) return words;
  for (const auto& [code, sentence] : all.items()) {
    if (sentence.is_string()) words.emplace(code, sentence.get<std::string>());
  }
  return words;
}

}  // namespace lacit::forms
