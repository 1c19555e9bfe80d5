#include "drawings/namespaces.h"

namespace lacit::drawings {

Name split(std::string_view qualified) {
  const std::size_t colon = qualified.find(':');
  if (colon == std::string_view::npos) return {"", qualified};
  return {qualified.substr(0, colon), qualified.substr(colon + 1)};
}

bool is_declaration(std::string_view qualified) { return qualified == "xmlns" || qualified.starts_with("xmlns:"); }

void Namespaces::declare(std::string_view qualified, std::string_view value) {
  std::string uri(value);
  if (value.size() > 2 && value.front() == '&' && value.back() == ';') {
    const auto entity = entities_.find(value.substr(1, value.size() - 2));
    if (entity != entities_.end()) uri = entity->second;
  }
  declared_.emplace_back(qualified == "xmlns" ? "" : std::string(qualified.substr(6)), std::move(uri));
}

std::optional<std::string_view> Namespaces::find(std::string_view prefix) const {
  if (prefix == "xml") return xml_namespace;
  for (auto each = declared_.rbegin(); each != declared_.rend(); ++each) {
    if (each->first != prefix) continue;
    const bool undeclared = each->second.empty() && !prefix.empty();
    return undeclared ? std::nullopt : std::optional<std::string_view>(each->second);
  }
  return prefix.empty() ? std::optional<std::string_view>("") : std::nullopt;
}

}  // namespace lacit::drawings
