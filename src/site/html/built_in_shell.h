// shell.html, compiled in: a content folder that stands alone is built with it.
#pragma once

#include <string_view>

namespace lacit::html {

extern const std::string_view built_in_shell;

}  // namespace lacit::html
