// What drawings may be made of (SVG 2 and its modules), as lists of names.
#pragma once

#include <string_view>

#include "base/result.h"

namespace lacit::drawings {

enum class Treatment { keep, drop, refuse };

/// Of an element in SVG's namespace. Dropped is what shows nothing: titles, editors' data, fonts that no browser reads.
[[nodiscard]] Treatment element_treatment(std::string_view name);

/// Why an element is refused, for what follows its name.
[[nodiscard]] base::Error refusal(std::string_view name);

/// Whether its text is drawn.
/// SVG 2, 3.2.2 «never-rendered elements»: shown only where something names them, and then whatever conditions they
/// have (5.8.2).
[[nodiscard]] bool is_never_rendered(std::string_view element);
[[nodiscard]] bool holds_text(std::string_view element);

/// Whether its `href` may name a part of the drawing.
[[nodiscard]] bool may_refer(std::string_view element);

/// What a style may set. Any other property shows nothing in a picture, is an editor's own, or is told of.
[[nodiscard]] bool is_property(std::string_view name);

/// What browsers draw by, and neither the allow list nor other programs know: left out, the drawing would be another.
[[nodiscard]] bool is_browsers_own(std::string_view name);

/// Attributes without namespace, properties among them. Not `id`, `class`, `style` and `href`, which are more than
/// text.
[[nodiscard]] bool is_attribute(std::string_view name);

/// Functions in the values of properties, but for `url()`.
[[nodiscard]] bool is_function(std::string_view lower_name);

}  // namespace lacit::drawings
