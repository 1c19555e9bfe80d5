// The table of looks, against the list of names.
#include "document/style_table.h"

#include <doctest/doctest.h>

#include <map>

using namespace lacit::document;

TEST_CASE("every style by name has one rule, and one only") {
  std::map<Style, int> rules;
  for (const auto part : {frame_rules(), section_rules(), part_rules(), form_rules(), lightbox_rules()}) {
    for (const StyleRule& entry : part) ++rules[entry.style];
  }
  for (std::size_t i = 1; i < style_count(); ++i) {
    const auto style = static_cast<Style>(i);
    CAPTURE(style_name(style));
    CHECK(rules[style] == 1);
  }
  CHECK(rules.size() == style_count() - 1);  // None for `plain`.
}
