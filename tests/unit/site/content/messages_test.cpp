// Messages that name what is wrong, and not what it looks like.
#include <doctest/doctest.h>

#include <string>

#include "content/text_rules.h"
#include "unit/site/content/fixtures.h"

namespace base = lacit::base;
namespace content = lacit::content;
namespace tests = lacit::tests;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// What is said where home.json names that file for its picture.
std::string named(const std::string& file) {
  return tests::problems_of(tests::good_but("pages/home.json", R"({"file": "hero.svg")", R"({"file": ")" + file + '"'));
}

std::string dot() { return tests::read_bytes(tests::fixtures() / "good" / "media" / "dot.png"); }

std::string region_page(const std::string& name, const std::string& regions) {
  return R"({"$schema": "../schema/page.schema.json", "slug": ")" + name + R"(", "title": "Page )" + name +
         R"(", "description": "A page of its own, so that each case stands in few lines and alone.", "sections": [)" +
         R"({"kind": "hero", "heading": "Extra"})" + regions + "]}";
}

std::string section_of(const std::string& region) {
  return R"(,{"kind": "text", "region": ")" + region + R"(", "body": ["Words."]})";
}

}  // namespace

TEST_CASE("11.B13: a picture that is named with its folder is told to leave that out") {
  CHECK(has(named("media/hero.svg"),
            "«media/hero.svg» names a folder, and all pictures are in media/; leave it out: write \"hero.svg\""));
  CHECK(has(named("../content/media/hero.svg"), "leave it out: write \"hero.svg\""));
  CHECK(has(named("media\\\\hero.svg"), "leave it out: write \"hero.svg\""));
  CHECK(has(named("/hero.svg"), "leave it out: write \"hero.svg\""));
  for (const char* other : {"https://example.org/photo", "media/", "media/my photo.jpg"}) {
    CAPTURE(other);
    CHECK(has(named(other), "names a folder or an address; put the picture into media/, and write its name alone"));
  }
}

TEST_CASE("11.B13: a picture's misspelt name is told with the one that is near, in capitals or not") {
  for (const char* near : {"her.svg", "Hero.svg", "HERO.SVG", "hreo.svg"}) {
    CAPTURE(near);
    CHECK(has(named(near), "there is no picture \"" + std::string(near) + "\"; did you mean \"hero.svg\"?"));
  }
  CHECK(has(named("something-else.svg"), "there is no picture \"something-else.svg\"; put it into media/"));
}

TEST_CASE("11.C17: the region that is misspelt is named, be it a section's or the site's") {
  const auto problems = [](const std::string& site, const std::string& sections) {
    tests::Folder folder = tests::good_but("site.json", R"("region": "louisiana")", R"("region": ")" + site + '"');
    folder.files.push_back({"pages/extra.json", region_page("extra", sections)});
    return tests::problems_of(folder);
  };
  const std::string right = section_of("louisiana");
  CHECK(problems("louisiana", right).empty());
  CHECK(problems("lousiana", right) ==
        "site.json:6:13 /region: no section is for the region \"lousiana\", so that visitors miss those of "
        "\"louisiana\"; did you mean \"louisiana\"?\n");
  CHECK(has(problems("louisiana", right + section_of("lousiana")),
            "/sections/2/region: the region \"lousiana\" is not this site's"));
  CHECK_FALSE(has(problems("louisiana", right + section_of("lousiana")), "site.json:"));
  // Two spellings in the sections, none of them the site's: nobody can tell, so each is told of.
  CHECK(has(problems("lousiana", right + section_of("louisana")), "home.json:18:17 /sections/1/region: the region"));
  CHECK(problems("texas", right).empty());
}

TEST_CASE("11.B13: a picture without width is told so, and not that it is too long") {
  std::string png = dot();
  png[19] = '\0';
  png[23] = 50;
  CHECK(content::measure_picture("a.png", png).message() ==
        "the picture is damaged: it says that it has no width (0 × 50 pixels); export it anew");
  CHECK(content::has_no_size(50, 0) ==
        base::Error{"the picture is damaged: it says that it has no height (50 × 0 pixels)", "export it anew"});
  CHECK(has(content::has_no_size(0, 0).value().what, "no width and no height"));
  CHECK_FALSE(content::has_no_size(1, 1));
}

TEST_CASE("11.C14: what HTML writes for a letter is told whole, and a control's is to be deleted") {
  for (const char* none : {"&#1;", "&#x1B;", "&#0;", "&#X202E;", "&#99999999999;", "&#xD800;"}) {
    CAPTURE(none);
    const auto told = content::plain_text_advice("a" + std::string(none) + "b");
    REQUIRE(told);
    CHECK(told->what == "the HTML entity «" + std::string(none) + "», which stands for no letter");
    CHECK(told->mend == "delete it");
  }
  for (const char* letter : {"&nbsp;", "&amp;", "&#233;", "&#xE9;"}) {
    CAPTURE(letter);
    const auto told = content::plain_text_advice("a " + std::string(letter));
    REQUIRE(told);
    CHECK(told->what == "the HTML entity «" + std::string(letter) + "»");
    CHECK(told->mend == "write the character itself");
  }
  for (const char* words : {"Q&A; then", "AT&T; more", "this & that;", "&", "&#", "&#;", "&#x;", "&#12", "R&D"}) {
    CAPTURE(words);
    CHECK_FALSE(content::plain_text_advice(words));
  }
  const std::string rich = tests::problems_of(
      tests::good_but("pages/home.json", R"("body": ["One paragraph.")", R"("body": ["One &#1; paragraph.")"));
  CHECK(has(rich, ": the HTML entity «&#1;», which stands for no letter; delete it\n"));
}
