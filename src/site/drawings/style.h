// The styles of a drawing: a grammar far smaller than CSS, in which nothing can hide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "drawings/element.h"

namespace lacit::drawings {

/// A property's value as it is printed. Only numbers, words, strings, and functions of names.h, as the property takes
/// them; of `url()` only parts of the drawing itself. The error thrown is a Fault at `offset`.
[[nodiscard]] std::string clean_value(std::string_view property, std::string_view value, std::size_t offset);

/// `style="…"`: the declarations that are kept, as attributes.
[[nodiscard]] std::vector<Attribute> read_declarations(std::string_view text, std::size_t offset);
/// As they are printed, `a:b;c:d`.
[[nodiscard]] std::string printed(const std::vector<Attribute>& declarations);

/// The rules of a `<style>`: selectors of names, classes and ids, one in another.
[[nodiscard]] std::vector<CssRule> read_sheet(std::string_view text, std::size_t offset);

}  // namespace lacit::drawings
