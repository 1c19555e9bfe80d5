// How the table of rules is put together: five lists by part of the page, each rule beside its style's name.
#pragma once

#include <span>

#include "document/style.h"

namespace lacit::document {

struct StyleRule {
  Style style;
  Rule rule;
};

[[nodiscard]] std::span<const StyleRule> frame_rules();
[[nodiscard]] std::span<const StyleRule> section_rules();
[[nodiscard]] std::span<const StyleRule> part_rules();
[[nodiscard]] std::span<const StyleRule> form_rules();
[[nodiscard]] std::span<const StyleRule> lightbox_rules();

// Shorthands for the lists.
[[nodiscard]] constexpr base::Edges sides(float vertical, float horizontal) {
  return {vertical, horizontal, vertical, horizontal};
}
[[nodiscard]] constexpr base::Edges sides(float all) { return {all, all, all, all}; }

}  // namespace lacit::document
