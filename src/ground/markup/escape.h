// Escaping for the places where content meets markup. Nothing from JSON reaches a page by another way.
#pragma once

#include <string>
#include <string_view>

namespace lacit::markup {

/// For text and for double-quoted attribute values (HTML 13.1.2.3, 13.1.4): & < > " '.
[[nodiscard]] std::string escaped(std::string_view text);

/// For JSON inside of `<script>`: `<`, `>` and `&` as \u escapes, so that no `</script>` can end the element early.
[[nodiscard]] std::string escaped_in_script(std::string_view json);

}  // namespace lacit::markup
