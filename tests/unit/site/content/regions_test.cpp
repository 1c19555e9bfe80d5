// One content, several regions: what is judged is what this site's visitors see.
#include <doctest/doctest.h>

#include <string>

#include "unit/site/content/fixtures.h"

namespace tests = lacit::tests;

namespace {

std::string page(const std::string& sections) {
  return R"({"$schema": "../schema/page.schema.json", "slug": "extra", "title": "An extra page",
    "description": "A page of its own, so that each case stands in few lines and alone.", "sections": [)" +
         sections + "]}";
}

std::string problems_of(const std::string& sections) {
  tests::Folder folder = tests::good();
  folder.files.push_back({"pages/extra.json", page(sections)});
  return tests::problems_of(folder);
}

const std::string hero = R"({"kind": "hero", "heading": "Extra"})";

std::string words(const std::string& anchor, const std::string& region, const std::string& text = "Words.") {
  return R"({"kind": "text", "anchor": ")" + anchor + R"(", "region": ")" + region + R"(", "body": [")" + text + "\"]}";
}

std::string hero_of(const std::string& region) {
  return R"({"kind": "hero", "heading": "Extra", "region": ")" + region + "\"}";
}

}  // namespace

TEST_CASE("11.C17: regions may each have a hero, in any order, and the page has one h1 in this one") {
  CHECK(problems_of(hero_of("texas") + "," + hero_of("louisiana")).empty());
  CHECK(problems_of(hero_of("louisiana") + "," + hero_of("texas")).empty());
  CHECK(problems_of(words("a", "texas") + "," + hero).empty());
  CHECK(problems_of(hero + "," + hero_of("louisiana")).find("a second hero") != std::string::npos);
  CHECK(problems_of(words("a", "louisiana") + "," + hero).find("no h1") != std::string::npos);
  CHECK(problems_of(hero_of("texas") + "," + words("a", "")).find("the hero is only for the region \"texas\"") !=
        std::string::npos);
}

TEST_CASE("11.C17: a link's target must be shown where the link is") {
  const std::string link = "See [there](#there).";
  CHECK(problems_of(hero + "," + words("a", "", link) + "," + words("there", "louisiana")).empty());
  CHECK(problems_of(hero + "," + words("a", "texas", link) + "," + words("there", "texas")).empty());
  CHECK(problems_of(hero + "," + words("a", "texas", link) + "," + words("there", "")).empty());
  CHECK(problems_of(hero + "," + words("a", "", link) + "," + words("there", "texas"))
            .find("only in a section for the region \"texas\"") != std::string::npos);
  CHECK(problems_of(hero + "," + words("a", "texas", link) + "," + words("there", "louisiana"))
            .find("only in a section for the region \"louisiana\"") != std::string::npos);
}

TEST_CASE("11.C17: an anchor may stand once in each region, and links find this one's") {
  const std::string link = "See [there](#there).";
  CHECK(
      problems_of(hero + "," + words("there", "texas") + "," + words("there", "louisiana") + "," + words("a", "", link))
          .empty());
  CHECK(problems_of(hero + "," + words("there", "texas") + "," + words("there", "texas")).find("is taken") !=
        std::string::npos);
  CHECK(problems_of(hero + "," + words("there", "texas") + "," + words("there", "")).find("is taken") !=
        std::string::npos);
}
