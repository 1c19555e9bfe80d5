// What the server says where it has no page to show: written by `lacit build`, so that the server needs no content.
#pragma once

#include <string>
#include <string_view>

#include "forms_file/forms_file.h"

namespace lacit::forms {

[[nodiscard]] std::string write_refusals(const ReplyWords& words);

/// Empty where the file is damaged: a number must do then.
[[nodiscard]] ReplyWords read_refusals(std::string_view json);

/// Where it stands in the finished site.
inline constexpr std::string_view refusals_path = "assets/refusals.json";

}  // namespace lacit::forms
