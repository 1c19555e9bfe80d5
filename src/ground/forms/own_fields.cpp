#include "forms/own_fields.h"

#include <algorithm>
#include <array>

namespace lacit::forms {
namespace {

constexpr auto taken = std::to_array<std::string_view>({
    own_field::trap,
    own_field::proof,
    own_field::token,
    own_field::captcha,
    own_field::page,
    own_field::attachments,
    // Ids: `contact-heading`, `contact-faults`.
    "heading",
    "faults",
    // What is asked of a form by scripts, or may be.
    "action",
    "append",
    "closest",
    "contains",
    "dataset",
    "elements",
    "enctype",
    "hidden",
    "length",
    "matches",
    "method",
    "remove",
    "reset",
    "submit",
    "target",
});

}  // namespace

std::span<const std::string_view> taken_field_names() { return taken; }

bool is_taken_field_name(std::string_view name) { return std::ranges::find(taken, name) != taken.end(); }

}  // namespace lacit::forms
