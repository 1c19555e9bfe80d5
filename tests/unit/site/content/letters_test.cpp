#include "content/letters.h"

#include <doctest/doctest.h>

#include "base/characters.h"
#include "content/rich_text.h"
#include "unit/site/content/fixtures.h"
#include "unit/support/site_fonts.h"

namespace content = lacit::content;
namespace tests = lacit::tests;

TEST_CASE("11.C14: the letters that are told of are those that neither weight of the fonts has") {
  const lacit::layout::FontSet fonts = tests::all_site_fonts();
  std::string wrong;
  for (char32_t c = 0; c < 0x30000; ++c) {
    const bool drawn = fonts.draws(c, false) && fonts.draws(c, true);
    if (drawn != content::is_in_fonts(c)) wrong += std::to_string(static_cast<unsigned>(c)) + ' ';
  }
  CHECK(wrong.empty());
}

TEST_CASE("11.C14: letters are named once each, with their numbers") {
  CHECK_FALSE(content::letters_advice("Plain \u00E9 words \u2014 of Pawe\u0142"));
  REQUIRE(content::letters_advice("\u03A9\u03A9 \u2192"));
  CHECK(content::letters_advice("\u03A9\u03A9 \u2192")->what ==
        "the site's fonts lack \u00AB\u03A9\u00BB (U+03A9), \u00AB\u2192\u00BB (U+2192)");
  CHECK(content::letters_advice("\U0001F468\u200D\U0001F469")->what ==
        "the site's fonts lack \u00AB\U0001F468\u00BB (U+1F468), U+200D, \u00AB\U0001F469\u00BB (U+1F469)");
  CHECK(content::letters_advice("\u03B1\u03B2\u03B3\u03B4\u03B5\u03B6\u03B7\u03B8")
            ->what.ends_with("(U+03B6) and 2 more"));
}

TEST_CASE("11.C14: check warns of them with the place, and the site is built all the same") {
  const content::Loaded loaded = [] {
    const tests::Folder folder = tests::good_but("pages/about.json", "\"heading\": \"", "\"heading\": \"\u2192 ");
    return content::load(folder.files, folder.media);
  }();
  CHECK(tests::formatted(loaded.problems).empty());
  REQUIRE_FALSE(loaded.warnings.empty());
  const std::string line = content::format(loaded.warnings.front());
  CAPTURE(line);
  CHECK(line.starts_with("pages/about.json:"));
  CHECK(line.find("/heading: warning: the site's fonts lack \u00AB\u2192\u00BB (U+2192)") != std::string::npos);
}

TEST_CASE("11.C14: accents that stand apart from their letters are put together") {
  CHECK(content::composed("Pen\u0303a, compose\u0301") == "Pe\u00F1a, compos\u00E9");
  CHECK(content::composed("plain") == "plain");
  CHECK(content::composed("\u1112\u1161\u11AB") == "\uD55C");
  CHECK(content::composed("\xC3") == "\xC3");  // No UTF-8: left as it is.
  const tests::Folder folder = tests::good_but("pages/about.json", "\"heading\": \"", "\"heading\": \"E\u0301");
  const content::Loaded loaded = content::load(folder.files, folder.media);
  CHECK(tests::formatted(loaded.problems).empty());
  CHECK(loaded.warnings.empty());
}

TEST_CASE("11.C14: joiners stand between letters that need them, and nowhere else") {
  const auto problems = [](const std::string& words) {
    return tests::problems_of(tests::good_but("pages/about.json", "\"heading\": \"", "\"heading\": \"" + words + " "));
  };
  CHECK(problems("\U0001F469\u200D\U0001F467").empty());
  CHECK(problems("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645").empty());
  CHECK_FALSE(problems("a\u200Db").empty());
  CHECK_FALSE(problems("a\u200C").empty());
  CHECK_FALSE(problems("\u05D0\u202E\u05D1").empty());
}
