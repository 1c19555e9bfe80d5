#include "html/json_ld.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "unit/support/pages.h"

using namespace lacit;
using Json = nlohmann::json;

namespace {

// Every data block of the page, parsed: what a search engine reads.
std::vector<Json> blocks(const content::Site& site, const content::Page& page, const std::string& path) {
  constexpr std::string_view open = "<script type=\"application/ld+json\">";
  const std::string text = html::json_ld(site, page, path);
  std::vector<Json> found;
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at + 1)) {
    const std::size_t begin = at + open.size();
    found.push_back(Json::parse(text.substr(begin, text.find("</script>", begin) - begin)));
  }
  return found;
}

std::vector<Json> of_type(const std::vector<Json>& all, const std::string& type) {
  std::vector<Json> found;
  for (const Json& block : all) {
    CHECK(block["@context"] == "https://schema.org");
    if (block["@type"] == type) found.push_back(block);
  }
  return found;
}

content::Section faq(const std::string& question, const std::string& answer, const std::string& region = "") {
  content::Faq faq;
  faq.questions.push_back({question, {{{.text = answer, .href = {}}}}});
  return {.anchor = {}, .region = region, .body = faq};
}

}  // namespace

TEST_CASE("the organisation says who it is on the home page and on About, and not on every page") {
  const content::Content content = tests::good_content();
  const auto home = of_type(blocks(content.site, tests::page_of(content, "home"), "/"), "NGO");
  REQUIRE(home.size() == 1);
  CHECK(home[0]["name"] == "Example");
  CHECK(home[0]["url"] == "https://www.example.org/");
  CHECK(of_type(blocks(content.site, tests::page_of(content, "about"), "/about/"), "NGO").size() == 1);
  content::Page other = tests::page_of(content, "about");
  other.slug = "other";
  CHECK(of_type(blocks(content.site, other, "/other/"), "NGO").empty());
}

TEST_CASE("several sections with questions are one FAQPage, with all questions in the order of the page") {
  const content::Content content = tests::good_content();
  content::Page page = tests::page_of(content, "home");
  page.sections = {faq("First?", "One </script> & more."), faq("Elsewhere?", "No.", "texas"), faq("Second?", "Two.")};
  const auto found = of_type(blocks(content.site, page, "/"), "FAQPage");
  REQUIRE(found.size() == 1);
  const Json& questions = found[0]["mainEntity"];
  REQUIRE(questions.size() == 2);
  CHECK(questions[0]["name"] == "First?");
  CHECK(questions[0]["acceptedAnswer"]["text"] == "One </script> & more.");
  CHECK(questions[1]["name"] == "Second?");
}

TEST_CASE("a page without questions is no FAQPage, and a page that search engines do not list says nothing") {
  const content::Content content = tests::good_content();
  content::Page page = tests::page_of(content, "home");
  CHECK(of_type(blocks(content.site, page, "/"), "FAQPage").empty());
  page.listed = false;
  CHECK(html::json_ld(content.site, page, "/").empty());
}

TEST_CASE(
    "11.C16: an event tells its times with their offset, its place and who holds it, and nothing that nobody wrote") {
  const content::Content content = tests::good_content();
  const auto events = of_type(blocks(content.site, tests::page_of(content, "about"), "/about/"), "Event");
  REQUIRE(events.size() == 2);
  CHECK(events[0]["startDate"] == "2028-02-29T09:00:00-06:00");
  CHECK(events[0]["endDate"] == "2028-02-29T17:00:00-06:00");
  CHECK(events[1]["startDate"] == "2028-03-01");
  CHECK(events[0]["location"]["name"] == "Town hall");
  CHECK(events[0]["location"]["address"] == "1 Main Street");
  CHECK(events[0]["organizer"]["name"] == "Example");
  CHECK_FALSE(events[1].contains("endDate"));
  CHECK_FALSE(events[1].contains("description"));
  CHECK_FALSE(events[1]["location"].contains("address"));
}

TEST_CASE("every page but the home page says where it stands") {
  const content::Content content = tests::good_content();
  const auto trail = of_type(blocks(content.site, tests::page_of(content, "about"), "/about/"), "BreadcrumbList");
  REQUIRE(trail.size() == 1);
  CHECK(trail[0]["itemListElement"][1]["item"] == "https://www.example.org/about/");
  CHECK(of_type(blocks(content.site, tests::page_of(content, "home"), "/"), "BreadcrumbList").empty());
}
