// The style classes by name. A new look is a new name here and a rule in style_*.cpp; names are printed as CSS classes.
// The list is a macro, so that enumerators and class names cannot part.
#pragma once

#include <cstddef>
#include <cstdint>

namespace lacit::document {

// clang-format off
#define LACIT_FRAME_STYLES(X) \
  X(page) X(skip_link) X(crisis_bar) X(crisis_text) X(crisis_question) X(crisis_link) X(quick_exit) \
  X(header) X(header_bar) X(brand) X(brand_mark) X(brand_name) X(nav) X(nav_list) X(nav_item) X(nav_link) \
  X(more) X(more_summary) X(more_label) X(menu_label) X(chevron) X(more_panel) X(more_item) X(more_link) \
  X(main) X(footer) X(footer_columns) X(footer_column) X(footer_heading) X(footer_text) X(footer_list) \
  X(footer_item) X(footer_link) X(footer_legal) X(footer_copyright) X(footer_button) X(consent) \
  X(consent_card) X(consent_text) X(consent_heading) X(consent_body) X(consent_actions)

#define LACIT_SECTION_STYLES(X) \
  X(section) X(section_tint) X(split) X(intro) X(heading) X(lead) X(hero) X(hero_plain) X(hero_text) X(eyebrow) \
  X(hero_heading) X(hero_lead) X(actions) X(hero_art) X(button_primary) X(button_secondary) X(card_grid) \
  X(card) X(icon_tile) X(tile_icon) X(card_heading) X(dot_list) X(dot_item) X(card_list) X(card_item) \
  X(statement) X(statement_text) X(prose) X(paragraph) X(note) X(note_text) X(sources) X(sources_label) \
  X(source_link) X(inline_link) X(inline_link_deep) X(closing) X(closing_words) X(closing_heading) \
  X(closing_text) X(closing_actions) X(button_on_deep)

#define LACIT_PART_STYLES(X) \
  X(step_list) X(step_list_three) X(step) X(step_heading) X(step_text) X(fact_grid) X(fact) X(fact_figure) X(fact_label) \
  X(fact_source) X(person_grid) X(person) X(person_picture) X(person_role) X(card_text) X(event_list) \
  X(event) X(event_when) X(event_text) X(event_actions) X(empty) X(tools) X(search) X(count) X(table) X(table_body) X(table_head) \
  X(head_row) X(head_cell) X(row) X(name_cell) X(cell) X(cell_text) X(cell_link) X(reach_link) X(cell_small) \
  X(faq_list) X(faq_item) X(faq_question) X(faq_label) X(faq_answer) X(gallery_grid) X(gallery_parts) X(gallery_part) \
  X(figure) X(gallery_link) X(gallery_image) X(caption)

#define LACIT_FORM_STYLES(X) \
  X(form_grid) X(form_intro) X(form_card) X(form_pair) X(field_group) X(field_label) X(field_hint) X(field_error) \
  X(field_count) X(input) X(textarea) X(select) X(check_row) X(checkbox) X(check_label) X(attach) X(file_input) \
  X(attach_note) X(attached_list) X(attached) X(attached_name) X(button_small) X(faults) X(faults_heading) \
  X(faults_list) X(faults_item) X(faults_link) X(sending) X(sending_text) X(progress) X(done) X(done_heading) \
  X(done_text)

// All of flow `browser`: their rules are in web/lightbox/box.css.
#define LACIT_LIGHTBOX_STYLES(X) \
  X(lightbox) X(lightbox_count) X(lightbox_exit) X(lightbox_tools) X(lightbox_button) X(lightbox_icon) \
  X(lightbox_word) X(lightbox_stage) X(lightbox_failed) X(lightbox_alt) X(lightbox_text) X(lightbox_again) \
  X(lightbox_caption) X(lightbox_note) X(lightbox_said)
// clang-format on

#define LACIT_STYLES(X) \
  LACIT_FRAME_STYLES(X) LACIT_SECTION_STYLES(X) LACIT_PART_STYLES(X) LACIT_FORM_STYLES(X) LACIT_LIGHTBOX_STYLES(X)

enum class Style : std::uint8_t {
  plain,
#define LACIT_STYLE(name) name,
  LACIT_STYLES(LACIT_STYLE)
#undef LACIT_STYLE
};

#define LACIT_COUNT(name) +1  // NOLINT(bugprone-macro-parentheses): a sum is written with it
inline constexpr std::size_t style_total = 1 LACIT_STYLES(LACIT_COUNT);
#undef LACIT_COUNT

}  // namespace lacit::document
