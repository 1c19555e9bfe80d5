// What holds for every text that visitors read, whatever field it stands in.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"

namespace lacit::content {

/// Controls, bidirectional overrides and zero-width characters: they come with copied text and no editor sees them.
[[nodiscard]] bool is_invisible(char32_t code_point);

/// What is wrong with the characters of a text, plain or rich.
[[nodiscard]] std::optional<base::Error> character_advice(std::string_view text);

/// What is wrong with `&nbsp;` and its like, which the site's texts do not know.
[[nodiscard]] base::Error entity_advice(std::string_view entity);

/// What is wrong with a plain text, where Markdown and HTML would be shown as they are written.
[[nodiscard]] std::optional<base::Error> plain_text_advice(std::string_view text);

/// Link texts that say nothing about their target (WCAG 2.4.4, failure F63).
[[nodiscard]] std::optional<base::Error> link_label_advice(std::string_view label);

/// Alternative texts that only repeat that there is a picture (WCAG 1.1.1, failure F30).
[[nodiscard]] std::optional<base::Error> alt_advice(std::string_view alt, std::string_view file);

}  // namespace lacit::content
