// Words for what trees are made of, for dumps that people read.
#pragma once

#include <array>
#include <string_view>

namespace lacit::tests {

/// In the order of document::Kind.
inline constexpr std::array<std::string_view, 37> kind_names{
    "page",       "header",      "navigation", "main", "footer",          "section",   "article",
    "aside",      "group",       "list",       "item", "heading",         "paragraph", "label",
    "link",       "button",      "image",      "icon", "details",         "summary",   "table",
    "table_head", "table_body",  "row",        "cell", "figure",          "caption",   "form",
    "field",      "field_label", "option",     "time", "definition_list", "term",      "definition",
    "dialog",     "progress"};

/// In the order of document::Attribute.
inline constexpr std::array<std::string_view, 39> attribute_names{"id",
                                                                  "href",
                                                                  "src",
                                                                  "alt",
                                                                  "width",
                                                                  "height",
                                                                  "icon",
                                                                  "aria_label",
                                                                  "aria_labelledby",
                                                                  "aria_describedby",
                                                                  "aria_controls",
                                                                  "datetime",
                                                                  "type",
                                                                  "name",
                                                                  "value",
                                                                  "autocomplete",
                                                                  "maxlength",
                                                                  "accept",
                                                                  "action",
                                                                  "method",
                                                                  "enctype",
                                                                  "for",
                                                                  "role",
                                                                  "scope",
                                                                  "inputmode",
                                                                  "enterkeyhint",
                                                                  "lang",
                                                                  "rel",
                                                                  "download",
                                                                  "data_behaviour",
                                                                  "data_value",
                                                                  "data_keywords",
                                                                  "rows",
                                                                  "title",
                                                                  "pattern",
                                                                  "aria_invalid",
                                                                  "tabindex",
                                                                  "sizes",
                                                                  "placeholder"};

/// By the bit of document::Flag.
inline constexpr std::array<std::string_view, 13> flag_names{
    "ordered", "header_cell", "current",    "hidden",      "open",    "required", "live",
    "eager",   "external",    "decorative", "script_only", "checked", "multiple"};

}  // namespace lacit::tests
