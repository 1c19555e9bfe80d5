// What attributes may say that are no properties.
#pragma once

#include <string>
#include <string_view>

namespace lacit::drawings {

/// The value as it is published. A value that is none of its attribute's kind shows nothing in any browser, but may
/// hold what a program left there (names, folders): it is a Fault at `offset`.
[[nodiscard]] std::string clean_attribute(std::string_view name, std::string_view value, std::size_t offset);

/// Whether the attribute names a filter's result, or takes one (Filter Effects 1, 9.2).
[[nodiscard]] bool names_result(std::string_view attribute);
/// Whether the value of `in` stands for something without being a result's name.
[[nodiscard]] bool is_standard_input(std::string_view value);

}  // namespace lacit::drawings
