#include "layout/text.h"

#include <doctest/doctest.h>

#include "layout/break_rules.h"
#include "unit/view/layout/fake_measurer.h"

using namespace lacit;

namespace {

constexpr document::TypeStyle type{.name = "test", .size = 20, .line_height = 1.5F, .bold = false};

std::vector<std::string> lines_of(const std::vector<document::Run>& runs, float available) {
  const tests::FakeMeasurer measurer;
  const layout::TextLines lines =
      layout::break_lines({runs, type, 20, available, document::Align::start, false}, measurer);
  std::vector<std::string> texts{""};
  for (const layout::Fragment& fragment : lines.fragments) {
    texts.back() += runs[fragment.run].text.substr(fragment.begin, fragment.end - fragment.begin);
    if (fragment.ends_line) texts.emplace_back();
  }
  texts.pop_back();
  return texts;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("lines break at spaces, and the space at a line's end belongs to no line") {
  CHECK(lines_of({{.text = "one two three"}}, 70) == Lines{"one two", "three"});
  CHECK(lines_of({{.text = "one two three"}}, 69.99F) == Lines{"one two", "three"});
  CHECK(lines_of({{.text = "one two three"}}, 69) == Lines{"one", "two", "three"});
}

TEST_CASE("a word wider than the line is cut instead of running out of its box") {
  CHECK(lines_of({{.text = "abcdefgh ij"}}, 30) == Lines{"abc", "def", "gh", "ij"});
}

TEST_CASE("lines may break after a dash, but not before closing punctuation or inside of a number") {
  CHECK(lines_of({{.text = "well-being"}}, 60) == Lines{"well-", "being"});
  CHECK(lines_of({{.text = "ties\u2014all"}}, 50) == Lines{"ties\u2014", "all"});
  CHECK(lines_of({{.text = "why?so"}}, 50) == Lines{"why?", "so"});
  CHECK_FALSE(layout::may_break_between({0, U'/', U'a'}));  // An address keeps its path together, as in Chromium.
  CHECK_FALSE(layout::may_break_between({0, U'-', U'5'}));
  CHECK_FALSE(layout::may_break_between({0, U'\u2014', U'.'}));
  CHECK_FALSE(layout::may_break_between({0, U'a', U'b'}));
}

TEST_CASE("a line can hold several runs, and bold ones count with their own width") {
  const std::vector<document::Run> runs{{.text = "ab "}, {.text = "cd", .strong = true}, {.text = " ef"}};
  CHECK(lines_of(runs, 60) == Lines{"ab cd", "ef"});  // 30 + 30; " ef" no longer fits
  CHECK(lines_of(runs, 59) == Lines{"ab", "cd", "ef"});
}

TEST_CASE("a space that ends one run and begins the next line is dropped once") {
  CHECK(lines_of({{.text = "link"}, {.text = " after"}}, 50) == Lines{"link", "after"});
}

TEST_CASE("centred lines have the same room on both sides") {
  const tests::FakeMeasurer measurer;
  const std::vector<document::Run> runs{{.text = "abcd"}};
  const auto lines = layout::break_lines({runs, type, 20, 100, document::Align::center, false}, measurer);
  REQUIRE(lines.fragments.size() == 1);
  CHECK(lines.fragments[0].x == doctest::Approx(30));
  CHECK(lines.fragments[0].width == doctest::Approx(40));
}

TEST_CASE("11.C14: several spaces are one, and none where a block begins") {
  CHECK(lines_of({{.text = "a  b   c"}}, 1000) == Lines{"a b c"});
  CHECK(lines_of({{.text = "  a b"}}, 1000) == Lines{"a b"});
  CHECK(lines_of({{.text = "a "}, {.text = "  b", .strong = true}}, 1000) == Lines{"a b"});
  CHECK(lines_of({{.text = "one    two"}}, 40) == Lines{"one", "two"});
  CHECK(lines_of({{.text = "   "}}, 40).empty());
  CHECK(lines_of({{.text = "a\u00A0\u00A0b"}}, 1000) == Lines{"a\u00A0\u00A0b"});
  const tests::FakeMeasurer measurer;
  const std::vector<document::Run> runs{{.text = "a   b"}};
  CHECK(layout::break_lines({runs, type, 20, 1000, document::Align::start, false}, measurer).width ==
        doctest::Approx(30));
}

TEST_CASE("11.C14: two numbers part at their hyphen, one number does not, and a no-break space holds") {
  CHECK(lines_of({{.text = "504-555"}}, 50) == Lines{"504-", "555"});
  CHECK(lines_of({{.text = "at -5 degrees"}}, 50) == Lines{"at -5", "degre", "es"});
  CHECK(lines_of({{.text = "a 5\u00A0km"}}, 50) == Lines{"a", "5\u00A0km"});
  CHECK(lines_of({{.text = "9:00\u201317:30"}}, 60) == Lines{"9:00\u2013", "17:30"});
  CHECK(layout::may_break_between({U'5', U'-', U'5'}));
  CHECK(layout::may_break_between({U'a', U'-', U'5'}));
  CHECK_FALSE(layout::may_break_between({U'(', U'-', U'5'}));
  CHECK(layout::may_break_between({0, U')', U'('}));
  CHECK_FALSE(layout::may_break_between({U' ', U'\u2013', U'o'}));  // A dash in front of a word stays with it.
  CHECK(layout::may_break_between({U'd', U'\u2013', U'o'}));
  CHECK_FALSE(layout::may_break_between({U'5', U'.', U'\u20AC'}));
}
