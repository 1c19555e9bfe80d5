// Forms: fields with what is said about them, attachments, and how a sending goes.
#include "document/style_table.h"

namespace lacit::document {
namespace {

constexpr Rule input{
    .flow = Flow::leaf, .height = 50, .background = Color::paper, .border = Color::muted, .radius = 10};

constexpr Rule tall(Rule rule, float height) {
  rule.height = height;
  return rule;
}

constexpr std::array rules{
    StyleRule{Style::form_grid,
              {.flow = Flow::grid, .gap = {28, 36, 56}, .tracks = {{1}, {1}, {0.76F, 1.24F}}, .align = Align::start}},
    StyleRule{Style::form_intro, {.gap = 18}},
    StyleRule{Style::form_card,
              {.padding = {sides(22, 20), sides(28), sides(32)},
               .gap = 20,
               .background = Color::surface,
               .border = Color::line,
               .radius = 24,
               .shadow = Shadow::card}},
    StyleRule{Style::form_pair, {.flow = Flow::grid, .gap = 20, .columns = {1, 2, 2}, .align = Align::start}},
    StyleRule{Style::field_group, {.gap = 6}},
    StyleRule{Style::field_label, {.flow = Flow::text, .type = Type::label}},
    StyleRule{Style::field_hint, {.flow = Flow::text, .type = Type::small, .color = Color::muted}},
    StyleRule{Style::field_error,
              {.flow = Flow::text,
               .padding = {base::Edges{2, 0, 2, 16}},
               .type = Type::label,
               .color = Color::danger,
               .stripe = Color::danger}},
    StyleRule{Style::field_count, {.flow = Flow::text, .type = Type::small, .color = Color::muted}},
    StyleRule{Style::input, input},
    StyleRule{Style::textarea, tall(input, 168)},
    StyleRule{Style::select, input},
    StyleRule{Style::check_row, {.flow = Flow::row, .gap = 12}},
    StyleRule{Style::checkbox,
              {.flow = Flow::leaf,
               .width = 28,
               .height = 28,
               .min_width = 28,
               .background = Color::paper,
               .border = Color::muted,
               .radius = 6}},
    StyleRule{Style::check_label, {.flow = Flow::text, .grow = true, .type = Type::card}},
    StyleRule{Style::attach,
              {.padding = {sides(16)}, .gap = 8, .border = Color::line, .radius = 12, .hover_background = Color::tint}},
    // No frame of its own: the browser's button says what it is.
    StyleRule{Style::file_input, {.flow = Flow::leaf, .height = 48}},
    StyleRule{Style::attach_note, {.flow = Flow::text, .type = Type::small, .color = Color::muted}},
    StyleRule{Style::attached_list, {.gap = 8}},
    StyleRule{Style::attached,
              {.flow = Flow::row,
               .padding = {base::Edges{2, 2, 2, 14}},
               .gap = 12,
               .align = Align::center,
               .justify = Justify::between,
               .background = Color::paper,
               .border = Color::line,
               .radius = 10}},
    StyleRule{Style::attached_name, {.flow = Flow::text, .grow = true, .type = Type::card}},
    StyleRule{Style::button_small,
              {.flow = Flow::text,
               .padding = {sides(10, 14)},
               .min_width = 44,
               .type = Type::button,
               .text_align = Align::center,
               .color = Color::brand,
               .radius = 8,
               .hover_background = Color::tint,
               .nowrap = true}},
    StyleRule{Style::faults,
              {.padding = {sides(16, 20)},
               .gap = 8,
               .background = Color::danger_soft,
               .border = Color::danger,
               .border_width = 2,
               .radius = 12}},
    StyleRule{Style::faults_heading, {.flow = Flow::text, .type = Type::h3}},
    StyleRule{Style::faults_list, {}},
    StyleRule{Style::faults_item, {}},
    StyleRule{Style::faults_link,
              {.flow = Flow::text,
               .padding = {sides(9, 0)},
               .type = Type::card,
               .color = Color::danger,
               .underline = Underline::always,
               .hover_color = Color::ink}},
    StyleRule{Style::sending, {.gap = 10}},
    StyleRule{Style::sending_text, {.flow = Flow::text, .type = Type::card}},
    StyleRule{Style::progress, {.flow = Flow::leaf, .height = 12, .background = Color::tint, .radius = 6}},
    StyleRule{Style::done,
              {.padding = {sides(28, 24), sides(36), sides(40)},
               .gap = 14,
               .align = Align::start,
               .background = Color::surface,
               .border = Color::line,
               .stripe = Color::brand,
               .radius = 24,
               .shadow = Shadow::card}},
    StyleRule{Style::done_heading, {.flow = Flow::text, .type = Type::h3}},
    StyleRule{Style::done_text, {.flow = Flow::text, .type = Type::lead}},
};

}  // namespace

std::span<const StyleRule> form_rules() { return rules; }

}  // namespace lacit::document
