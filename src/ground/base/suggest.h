// «Did you mean …»: the nearest of the words that are allowed.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lacit::base {

/// Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The word at most a third of its length away from `word`, or an empty view.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> allowed);

/// «did you mean "x"?», or a list of the words where none is near.
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string_view> allowed);

}  // namespace lacit::base
