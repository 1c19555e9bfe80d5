#include "html/css_printer.h"

#include <doctest/doctest.h>

#include "html/css_declarations.h"

using namespace lacit;

TEST_CASE("every style of the table is printed, so that no class of the plain view is without its rule") {
  const std::string css = html::print_rules();
  for (std::size_t i = 1; i < document::style_count(); ++i) {
    const auto style = static_cast<document::Style>(i);
    CAPTURE(document::style_name(style));
    // What the browser draws in both views has rules of its own, in web/.
    const bool printed = document::rule(style).flow != document::Flow::browser;
    CHECK((css.find("." + std::string(document::style_name(style)) + "{") != std::string::npos) == printed);
  }
}

TEST_CASE("text of any style is at least 16 px, at every width") {
  for (std::size_t i = 0; i < document::type_count; ++i) {
    for (const float size : document::type_style(static_cast<document::Type>(i)).size.values) CHECK(size >= 16);
  }
}

TEST_CASE("the font shorthand is never printed: it would turn kerning on again and part the two views") {
  CHECK(html::print_rules().find("font:") == std::string::npos);
}

TEST_CASE("below its threshold an item is under More, from there on in the bar") {
  const std::string css = html::print_navigation({700, 900});
  CHECK(css.find(".nav-item:nth-child(2){display:none}") != std::string::npos);
  CHECK(
      css.find("@media (min-width:900px){.nav-item:nth-child(2){display:flex}.more-item:nth-child(2){display:none}}") !=
      std::string::npos);
  CHECK(css.find("@media (min-width:900px){.more{display:none}}") != std::string::npos);
}

TEST_CASE("text stands where its rule says, by CSS's names for text and not by those for boxes") {
  const auto printed = [](lacit::document::Align align) {
    const lacit::document::Rule rule{.flow = lacit::document::Flow::text, .text_align = align};
    for (const auto& [name, value] : lacit::html::declarations(rule, lacit::document::Width::wide)) {
      if (name == "text-align") return value;
    }
    return std::string();
  };
  CHECK(printed(lacit::document::Align::start).empty());
  CHECK(printed(lacit::document::Align::center) == "center");
  CHECK(printed(lacit::document::Align::end) == "end");
}

TEST_CASE("numbers are printed without needless digits") {
  CHECK(html::css_number(12) == "12");
  CHECK(html::css_number(1.18F) == "1.18");
  CHECK(html::css_number(0.5F) == "0.5");
}

TEST_CASE("both themes become custom properties, and a visitor's choice overrules the system's") {
  content::Theme theme;
  theme.light = {{"paper", "#FBFAF7"}, {"deep", "#000000"}, {"deep_muted", "#FFFFFF"}};
  theme.dark = {{"paper", "#0D1A21"}};
  const std::string css = html::print_tokens(theme);
  CHECK(css.find(":root{--paper:#fbfaf7") != std::string::npos);
  CHECK(css.find(":root:not([data-theme=light]){--paper:#0d1a21") != std::string::npos);
  CHECK(css.find(":root[data-theme=dark]{--paper:#0d1a21") != std::string::npos);
  CHECK(css.find("--deep-line:#3f3f3f") != std::string::npos);
}
