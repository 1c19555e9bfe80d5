// Sections of a page: hero, headings, cards, running text, the closing panel.
#include "document/style_table.h"

namespace lacit::document {
namespace {

constexpr PerWidth<base::Edges> section_space{{56, 0, 56, 0}, {72, 0, 72, 0}, {88, 0, 88, 0}};
constexpr float measure = 680;  // About 65 characters of body text.

constexpr Rule button{.flow = Flow::text,
                      .padding = {sides(14, 18), sides(14, 26), sides(14, 26)},
                      .type = Type::button,
                      .text_align = Align::center,
                      .radius = 12,
                      .nowrap = true};

constexpr Rule primary_button() {
  Rule rule = button;
  rule.color = Color::on_brand;
  rule.background = Color::brand;
  rule.border = Color::brand;
  rule.border_width = 2;
  rule.hover_background = Color::deep;
  rule.hover_color = Color::on_deep;
  rule.lift = true;
  return rule;
}

constexpr Rule secondary_button() {
  Rule rule = button;
  rule.color = Color::brand;
  rule.background = Color::surface;
  rule.border = Color::brand;
  rule.border_width = 2;
  rule.hover_background = Color::tint;
  rule.lift = true;
  return rule;
}

constexpr Rule deep_button() {
  Rule rule = button;
  rule.color = Color::deep;
  rule.background = Color::on_deep;
  rule.border = Color::on_deep;
  rule.border_width = 2;
  rule.hover_background = Color::accent;
  rule.lift = true;
  return rule;
}

constexpr std::array rules{
    StyleRule{Style::section, {.padding = section_space, .gap = {28, 36, 44}, .gutter = true}},
    StyleRule{Style::section_tint,
              {.padding = section_space, .gap = {28, 36, 44}, .gutter = true, .background = Color::tint}},
    // Heading on the left, what it is about on the right: running text keeps its measure and the page its width.
    StyleRule{Style::split,
              {.flow = Flow::grid, .gap = {24, 28, 64}, .tracks = {{1}, {1}, {0.62F, 1}}, .align = Align::start}},
    StyleRule{Style::intro, {.gap = 14, .max_width = 760}},
    StyleRule{Style::heading, {.flow = Flow::text, .max_width = 640, .type = Type::h2}},
    StyleRule{Style::lead, {.flow = Flow::text, .type = Type::lead, .color = Color::muted}},
    StyleRule{Style::hero,
              {.flow = Flow::grid,
               .padding = {{36, 0, 40, 0}, {56, 0, 48, 0}, {80, 0, 72, 0}},
               .gap = {32, 40, 64},
               .tracks = {{1}, {1.1F, 0.9F}, {1.18F, 0.96F}},
               .gutter = true,
               .align = Align::center,
               .background = Color::tint,
               .background_to = Color::paper}},
    StyleRule{Style::hero_plain,
              {.padding = {{36, 0, 24, 0}, {56, 0, 32, 0}, {72, 0, 40, 0}},
               .gutter = true,
               .background = Color::tint,
               .background_to = Color::paper}},
    StyleRule{Style::hero_text, {.gap = 16, .max_width = 760}},
    StyleRule{Style::eyebrow, {.flow = Flow::text, .type = Type::label, .color = Color::brand}},
    StyleRule{Style::hero_heading, {.flow = Flow::text, .type = Type::h1}},
    StyleRule{Style::hero_lead, {.flow = Flow::text, .max_width = measure, .type = Type::lead, .color = Color::muted}},
    StyleRule{
        Style::actions,
        {.flow = Flow::row, .padding = {base::Edges{12, 0, 0, 0}}, .gap = {12, 16, 16}, .row_gap = 12, .wrap = true}},
    StyleRule{Style::hero_art, {.flow = Flow::leaf, .radius = 24}},
    StyleRule{Style::button_primary, primary_button()},
    StyleRule{Style::button_secondary, secondary_button()},
    StyleRule{Style::button_on_deep, deep_button()},
    StyleRule{Style::card_grid, {.flow = Flow::grid, .gap = {20, 24, 24}, .columns = {1, 2, 3}}},
    StyleRule{Style::card,
              {.padding = {sides(24), sides(26), sides(28)},
               .gap = 14,
               .background = Color::surface,
               .border = Color::line,
               .radius = 18,
               .shadow = Shadow::card,
               .lift = true}},
    StyleRule{Style::icon_tile,
              {.flow = Flow::row,
               .padding = {sides(10)},
               .width = 44,
               .height = 44,
               .background = Color::tint,
               .radius = 12}},
    StyleRule{Style::tile_icon, {.flow = Flow::leaf, .width = 24, .height = 24, .color = Color::brand}},
    StyleRule{Style::card_heading, {.flow = Flow::text, .padding = {base::Edges{6, 0, 0, 0}}, .type = Type::h3}},
    StyleRule{Style::dot_list, {.gap = 10}},
    StyleRule{Style::dot_item,
              {.flow = Flow::text, .padding = {base::Edges{0, 0, 0, 24}}, .type = Type::body, .marker = Marker::dot}},
    StyleRule{Style::card_list, {.gap = 12}},
    StyleRule{Style::card_item,
              {.flow = Flow::text,
               .padding = {base::Edges{0, 0, 0, 24}},
               .type = Type::card,
               .color = Color::muted,
               .marker = Marker::dot}},
    StyleRule{Style::statement,
              {.padding = {sides(32, 28), sides(40, 40), sides(48, 56)},
               .column_span = {1, 255, 255},
               .justify = Justify::center,
               .color = Color::on_deep,
               .background = Color::deep,
               .stripe = Color::accent,
               .radius = 24}},
    StyleRule{Style::statement_text, {.flow = Flow::text, .type = Type::statement}},
    StyleRule{Style::prose, {.padding = {{0, 0, 0, 0}, {0, 0, 0, 0}, {6, 0, 0, 0}}, .gap = 18, .max_width = measure}},
    StyleRule{Style::paragraph, {.flow = Flow::text}},
    StyleRule{
        Style::note,
        {.padding = {sides(20, 22)}, .gap = 8, .max_width = measure, .background = Color::accent_soft, .radius = 12}},
    StyleRule{Style::note_text, {.flow = Flow::text, .type = Type::card}},
    StyleRule{Style::sources, {.flow = Flow::row, .gap = 16, .row_gap = 2, .wrap = true, .align = Align::center}},
    StyleRule{Style::sources_label, {.flow = Flow::text, .type = Type::small, .color = Color::muted}},
    StyleRule{Style::source_link,
              {.flow = Flow::text,
               .padding = {sides(10, 0)},
               .type = Type::small,
               .color = Color::brand,
               .underline = Underline::always,
               .hover_color = Color::ink}},
    StyleRule{Style::inline_link,
              {.flow = Flow::span, .color = Color::brand, .underline = Underline::always, .hover_color = Color::ink}},
    StyleRule{
        Style::inline_link_deep,
        {.flow = Flow::span, .color = Color::accent, .underline = Underline::always, .hover_color = Color::on_deep}},
    StyleRule{Style::closing,
              {.flow = Flow::grid,
               .padding = {sides(36, 28), sides(48, 48), sides(56, 64)},
               .gap = {20, 24, 48},
               .tracks = {{1}, {1}, {1.5F, 1}},
               .align = Align::center,
               .color = Color::on_deep,
               .background = Color::deep,
               .stripe = Color::accent,
               .radius = 24}},
    StyleRule{Style::closing_words, {.gap = 12}},
    StyleRule{Style::closing_actions, {.flow = Flow::row, .gap = {12, 16, 16}, .row_gap = 12, .wrap = true}},
    StyleRule{Style::closing_heading, {.flow = Flow::text, .type = Type::h2}},
    StyleRule{Style::closing_text, {.flow = Flow::text, .max_width = measure, .type = Type::lead}},
};

}  // namespace

std::span<const StyleRule> section_rules() { return rules; }

}  // namespace lacit::document
