// The icons that content may name. `document/icons` draws each of them.
#pragma once

#include <span>
#include <string_view>

namespace lacit::content {

[[nodiscard]] std::span<const std::string_view> icon_names();

}  // namespace lacit::content
