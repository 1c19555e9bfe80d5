// Names of fields that are the program's own in every form: a field of an editor's with such a name would be taken for
// ours by the server, or by the page's scripts.
#pragma once

#include <span>
#include <string_view>

namespace lacit::forms {

namespace own_field {
inline constexpr std::string_view trap = "website";  ///< Hidden: who fills it in is a program.
inline constexpr std::string_view proof = "altcha";
inline constexpr std::string_view token = "token";
inline constexpr std::string_view captcha = "captcha";
inline constexpr std::string_view page = "page";
inline constexpr std::string_view attachments = "attachments";
}  // namespace own_field

/// All names that no editor may give to a field: those above, the ids of a form's parts, and properties of a form that
/// scripts read, which a field of that name would hide (HTML 4.10.3, [LegacyOverrideBuiltIns]).
[[nodiscard]] std::span<const std::string_view> taken_field_names();

[[nodiscard]] bool is_taken_field_name(std::string_view name);

}  // namespace lacit::forms
