// The types of field that an editor may choose, and what may be wrong with what stands in one: a list each. The names
// are those of site.json, forms.json, form.wasm and the API; the schemas are held to them by tests.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/name_list.h"

// clang-format off
#define LACIT_FIELD_TYPES(X) X(text) X(email) X(tel) X(select) X(textarea) X(checkbox)
#define LACIT_FAULTS(X) X(required) X(email) X(phone) X(option) X(too_long) X(characters) X(consent)
// clang-format on

namespace lacit::forms {

enum class FieldType : std::uint8_t { LACIT_FIELD_TYPES(LACIT_ENUMERATOR) };
inline constexpr std::array field_type_names{LACIT_FIELD_TYPES(LACIT_OWN_NAME)};

[[nodiscard]] constexpr std::string_view name_of(FieldType type) {
  return field_type_names[static_cast<std::size_t>(type)];
}

/// A name that nobody wrote a type for is a text's, as in HTML (4.10.5, «invalid value default»).
[[nodiscard]] constexpr FieldType field_type(std::string_view name) {
  for (std::size_t i = 0; i < field_type_names.size(); ++i) {
    if (field_type_names[i] == name) return static_cast<FieldType>(i);
  }
  return FieldType::text;
}

enum class Fault : std::uint8_t { none, LACIT_FAULTS(LACIT_ENUMERATOR) };

/// The fault's name in the API and in `site.json`, ended by a zero; empty for none.
[[nodiscard]] constexpr std::string_view code(Fault fault) {
  constexpr std::array names{std::string_view(""), LACIT_FAULTS(LACIT_OWN_NAME)};
  return names[static_cast<std::size_t>(fault)];
}

}  // namespace lacit::forms
