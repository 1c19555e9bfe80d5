// The small rules: contrast, suggestions, words that say nothing, how a problem is shown.
#include <doctest/doctest.h>

#include <array>
#include <set>

#include "base/suggest.h"
#include "content/color.h"
#include "content/icons.h"
#include "content/problem.h"
#include "content/text_rules.h"
#include "document/icons.h"
#include "unit/site/content/fixtures.h"

namespace content = lacit::content;
namespace tests = lacit::tests;

TEST_CASE("content: contrast by WCAG 2.2") {
  CHECK(content::contrast("#000000", "#FFFFFF") == doctest::Approx(21));
  CHECK(content::contrast("#ffffff", "#FFFFFF") == doctest::Approx(1));
  CHECK(content::contrast("#767676", "#FFFFFF") == doctest::Approx(4.54).epsilon(0.002));  // The known edge of AA.
  CHECK(content::contrast("#777777", "#FFFFFF") == doctest::Approx(4.48).epsilon(0.002));
  CHECK(content::contrast("#0B5C63", "#FBFAF7") == content::contrast("#FBFAF7", "#0B5C63"));
}

TEST_CASE("content: every checked pair is of known tokens") {
  const auto tokens = content::color_tokens();
  const std::set<std::string_view> known(tokens.begin(), tokens.end());
  CHECK(known.size() == 13);
  for (const content::ColorPair& pair : content::text_pairs()) {
    CHECK(known.contains(pair.text));
    CHECK(known.contains(pair.ground));
  }
}

TEST_CASE("content: did you mean") {
  static constexpr std::array<std::string_view, 4> words = {"heading", "href", "picture", "id"};
  SUBCASE("distances") {
    CHECK(lacit::base::edit_distance("", "abc") == 3);
    CHECK(lacit::base::edit_distance("abc", "abc") == 0);
    CHECK(lacit::base::edit_distance("kitten", "sitting") == 3);
    CHECK(lacit::base::edit_distance("herf", "href") == 1);  // A swap of neighbours is one slip.
  }
  SUBCASE("finds the nearest word, whatever its case") {
    CHECK(lacit::base::nearest("haeding", words) == "heading");
    CHECK(lacit::base::nearest("Herf", words) == "href");
    CHECK(lacit::base::suggestion("pictures", words) == "did you mean \"picture\"?");
  }
  SUBCASE("lists the words where none is near") {
    CHECK(lacit::base::nearest("entirely", words).empty());
    CHECK(lacit::base::nearest("xy", words).empty());
    CHECK(lacit::base::nearest(std::string(100000, 'a'), words).empty());
    CHECK(lacit::base::suggestion("entirely", words) == "use heading, href, picture or id");
  }
}

TEST_CASE("content: how a problem is shown") {
  const content::Problem problem{"pages/a.json", 3, 14, "/title", "wrong", "mend it"};
  CHECK(content::format(problem) == "pages/a.json:3:14 /title: wrong; mend it");
  CHECK(content::format({"a.json", 1, 1, "", "wrong", "mend it"}) == "a.json:1:1: wrong; mend it");
  SUBCASE("without control characters, which could steer a terminal") {
    CHECK(content::format({"a.json", 1, 1, "/\x1B[31m", "a\nb", "c\u202Ed"}) ==
          "a.json:1:1 /\uFFFD[31m: a\uFFFDb; c\uFFFDd");
  }
  SUBCASE("with long quotations cut") {
    CHECK(content::excerpt("short") == "short");
    CHECK(content::excerpt(std::string(61, 'x')) == std::string(60, 'x') + "…");
  }
}

TEST_CASE("content: characters that no editor sees") {
  CHECK_FALSE(content::character_advice("Ünïcödé – “quoted” 😀").has_value());
  for (const char* text : {"a\tb", "a\u200Bb", "a\u00ADb", "a\uFEFFb", "a\u202Eb", "a\u2028b", "\u0085"}) {
    CHECK(content::character_advice(text).has_value());
  }
  CHECK_FALSE(content::plain_text_advice("a < b and b > c").has_value());
  CHECK(content::plain_text_advice("</b>").has_value());
  CHECK_FALSE(content::plain_text_advice("a <").has_value());
}

TEST_CASE("content: limits count code points") {
  const auto eyebrow = [](const std::string& text) {
    return tests::problems_of(tests::good_but("pages/home.json", "An example", text));
  };
  std::string longest;
  for (int i = 0; i < 60; ++i) longest += "é";
  CHECK(eyebrow(longest).empty());
  CHECK_FALSE(eyebrow(longest + "é").empty());
}

TEST_CASE("content: icon names differ") {
  const auto names = content::icon_names();
  CHECK(std::set<std::string_view>(names.begin(), names.end()).size() == names.size());
}

TEST_CASE("content: every icon that a card may name is drawn") {
  for (const std::string_view name : content::icon_names()) {
    CAPTURE(name);
    CHECK_FALSE(lacit::document::icon_path(name).empty());
  }
}
