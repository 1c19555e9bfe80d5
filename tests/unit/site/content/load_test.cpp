// The loader over a good folder: what comes out, and how a folder on disk is told from its files in memory.
#include "content/load.h"

#include <doctest/doctest.h>

#include "content/json.h"
#include "content/media_svg.h"
#include "content/rich_text.h"
#include "unit/site/content/fixtures.h"

namespace content = lacit::content;
namespace tests = lacit::tests;

namespace {

const content::Page& page(const content::Content& all, const std::string& slug) {
  for (const content::Page& each : all.pages) {
    if (each.slug == slug) return each;
  }
  FAIL("no page " << slug);
  return all.pages.front();
}

template <class T>
const T& section(const content::Page& page) {
  for (const content::Section& each : page.sections) {
    if (const T* body = std::get_if<T>(&each.body)) return *body;
  }
  FAIL("no such section");
  return std::get<T>(page.sections.front().body);
}

}  // namespace

TEST_CASE("content: a good folder") {
  const tests::Folder folder = tests::good();
  const content::Loaded loaded = content::load(folder.files, folder.media);
  REQUIRE(tests::formatted(loaded.problems).empty());
  const content::Site& site = loaded.content.site;

  SUBCASE("the site's settings arrive") {
    CHECK(site.name == "Example");
    CHECK(site.theme.dark.at("brand") == "#6FC7CB");
    CHECK(site.theme.light.size() == 13);
    CHECK(site.navigation.at(1).href == "/about/");
    CHECK(site.crisis_bar.action.href == "tel:988");
    CHECK(site.words.filter_count == "{n} of {total} shown");
    CHECK(site.gallery_words.count == "{number} of {count}");
  }
  SUBCASE("fields of forms keep their types, limits and options") {
    const content::Form& form = site.forms.at("contact");
    REQUIRE(form.fields.size() == 3);
    CHECK(form.fields[0].type == lacit::forms::FieldType::email);
    CHECK(form.fields[0].required);
    CHECK(form.fields[1].options.at(1).value == "training");
    CHECK(form.fields[2].type == lacit::forms::FieldType::textarea);
    CHECK(form.fields[2].max_length == 4000);
    CHECK_FALSE(form.fields[2].required);
  }
  SUBCASE("pages come in the order of their files, sections in their own") {
    REQUIRE(loaded.content.pages.size() == 3);
    CHECK(loaded.content.pages[0].slug == "404");
    CHECK_FALSE(loaded.content.pages[0].listed);
    CHECK(page(loaded.content, "home").sections.size() == 7);
    CHECK(page(loaded.content, "home").sections[1].anchor == "words");
    CHECK(page(loaded.content, "home").sections[1].region == "louisiana");
  }
  SUBCASE("rich text becomes spans") {
    const content::RichText& text = section<content::Hero>(page(loaded.content, "home")).text;
    CHECK(content::plain(text) == "With bold, italic, a link and both.");
    REQUIRE(text.size() == 9);
    CHECK(text[1].strong);
    CHECK(text[3].emphasis);
    CHECK(text[5].href == "/about/#team");
    CHECK((text[7].strong && text[7].emphasis));
  }
  SUBCASE("pictures get the size of their files") {
    const auto& pictures = section<content::Gallery>(page(loaded.content, "about")).pictures;
    REQUIRE(pictures.size() == 4);
    CHECK(pictures[0].width == 96);
    CHECK(pictures[0].height == 84);
    for (std::size_t i = 1; i < 4; ++i) {
      CHECK(pictures[i].width == 3);
      CHECK(pictures[i].height == 2);
    }
  }
}

TEST_CASE("content: a folder on disk") {
  SUBCASE("gives the same as its files in memory") {
    const content::Loaded loaded = content::load_folder(tests::fixtures() / "good");
    CHECK(tests::formatted(loaded.problems).empty());
    CHECK(loaded.content.pages.size() == 3);
  }
  SUBCASE("that is not there is one problem that names it") {
    const content::Loaded loaded = content::load_folder("no/such/folder");
    CHECK(tests::formatted(loaded.problems) ==
          "no/such/folder:1:1: there is no such folder; name the folder that holds site.json\n");
  }
  SUBCASE("without content in it says what to add, under the folder's name") {
    const content::Loaded loaded = content::load_folder(tests::fixtures());
    REQUIRE(loaded.problems.size() == 4);
    CHECK(loaded.problems[3].file.ends_with("content/site.json"));
  }
}

TEST_CASE("11.B10: what is wrong within a drawing is told with its line and column") {
  tests::Folder folder = tests::good();
  const auto said = [&folder](const lacit::base::Error& error) {
    folder.media.insert_or_assign("hero.svg", error);
    return tests::problems_of(folder);
  };
  CHECK(said({"<script> runs", "delete it", 12, 5}) == "media/hero.svg:12:5: <script> runs; delete it\n");
  CHECK(said({"the file is empty", "export it anew"}) == "media/hero.svg:1:1: the file is empty; export it anew\n");
  CHECK(said({"12:5: parts", "add one"}) == "media/hero.svg:1:1: 12:5: parts; add one\n");
}

TEST_CASE("11.B10: what a file says of itself is quoted whole, and its semicolons divide nothing") {
  tests::Folder folder = tests::good();
  folder.media.insert_or_assign("hero.svg", lacit::base::Error{"«a; b» is no length", "correct it"});
  const content::Loaded loaded = content::load(folder.files, folder.media);
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].what == "«a; b» is no length");
  CHECK(loaded.problems[0].mend == "correct it");
  const auto refused = content::measure_svg(R"(<svg xmlns="http://www.w3.org/2000/svg" width="1px; 2px"/>)");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what.find("«1px; 2px»") != std::string::npos);
  CHECK(refused.error().mend == "give it a viewBox, and width and height in pixels or none");
}

TEST_CASE("content: limits") {
  SUBCASE("a file of more than 8 MB is refused before it is read") {
    tests::Folder folder = tests::good();
    folder.files.push_back({"pages/large.json", std::string(content::json::largest_file + 1, ' ')});
    CHECK(
        tests::problems_of(folder) ==
        "pages/large.json:1:1: the file has 8192 KB; 8192 are the limit; share its sections out over several pages\n");
  }
  SUBCASE("65 levels are too deep, 64 are merely no content") {
    const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
    CHECK(content::json::parse(nested(64)).faults.empty());
    CHECK_FALSE(content::json::parse(nested(65)).value.has_value());
  }
}
