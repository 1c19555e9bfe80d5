#include "forms/rules.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"

namespace lacit::forms {
namespace {

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F; }

std::string with_line_feeds(std::string_view value) {
  std::string out;
  out.reserve(value.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\r') out += value[i];
    if (value[i] == '\r' && (i + 1 == value.size() || value[i + 1] != '\n')) out += '\n';
  }
  return out;
}

Fault check_type(const FieldRule& rule, std::string_view value) {
  switch (rule.type) {
    case FieldType::email: return is_email(value) ? Fault::none : Fault::email;
    case FieldType::tel: return is_phone(value) ? Fault::none : Fault::phone;
    case FieldType::select:
      return std::find(rule.options.begin(), rule.options.end(), value) != rule.options.end() ? Fault::none
                                                                                              : Fault::option;
    case FieldType::checkbox: return value == "on" ? Fault::none : Fault::option;
    case FieldType::text:
    case FieldType::textarea: break;
  }
  return Fault::none;
}

}  // namespace

std::string clean(FieldType type, std::string_view value) {
  std::string text = with_line_feeds(value);
  if (type == FieldType::textarea) return text;
  std::erase(text, '\n');
  return type == FieldType::email ? std::string(base::trimmed(text)) : text;
}

Fault check(const FieldRule& rule, std::string_view value) {
  if (!base::valid(value) || std::any_of(value.begin(), value.end(), is_control)) return Fault::characters;
  if (value.empty()) {
    if (!rule.required) return Fault::none;
    return rule.type == FieldType::checkbox ? Fault::consent : Fault::required;
  }
  const std::uint32_t most = rule.max_length > 0 ? rule.max_length : longest;
  if (base::utf16_length(value) > most) return Fault::too_long;
  return check_type(rule, value);
}

}  // namespace lacit::forms
