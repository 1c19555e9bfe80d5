// Sentences with places in them: «{name} was attached.»
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace lacit::base {

struct Place {
  std::string_view name;  ///< Without its braces.
  std::string_view value;
};

/// The text with these places filled in, each as often as it stands there, in one pass: braces in a value stay as they
/// are. Other places stay for whoever fills them later.
[[nodiscard]] std::string filled(std::string_view text, std::initializer_list<Place> places);

/// The first place at or after `from`, with its braces: small letters, digits and `_` between `{` and `}`. Moves `from`
/// behind it; empty where there is none.
[[nodiscard]] std::string_view next_place(std::string_view text, std::size_t& from);

}  // namespace lacit::base
