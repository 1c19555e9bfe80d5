#include "store/rows.h"

#include <nlohmann/json.hpp>

namespace lacit::store {

using nlohmann::json;

std::string fields_json(const Submission& submission) {
  json list = json::array();
  for (const auto& [name, value] : submission.fields) list.push_back({name, value});
  return list.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string attachments_json(const Submission& submission) {
  json list = json::array();
  for (const Attachment& file : submission.attachments) {
    list.push_back({{"name", file.name}, {"stored", file.stored}, {"type", file.type}, {"bytes", file.bytes}});
  }
  return list.dump(-1, ' ', false, json::error_handler_t::replace);
}

void read_fields(const std::string& text, Submission& submission) {
  const json list = json::parse(text, nullptr, false);
  if (!list.is_array()) return;
  for (const json& pair : list) {
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string()) continue;
    submission.fields.emplace_back(pair[0].get<std::string>(), pair[1].get<std::string>());
  }
}

void read_attachments(const std::string& text, Submission& submission) {
  const json list = json::parse(text, nullptr, false);
  if (!list.is_array()) return;
  for (const json& file : list) {
    if (!file.is_object()) continue;
    submission.attachments.push_back({.name = file.value("name", ""),
                                      .stored = file.value("stored", ""),
                                      .type = file.value("type", ""),
                                      .bytes = file.value("bytes", std::uint64_t{0})});
  }
}

}  // namespace lacit::store
