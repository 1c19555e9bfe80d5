// Ids in a page: all differ, and none that the program gives can be taken by an editor's anchor.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "describe/describe.h"
#include "unit/site/content/fixtures.h"
#include "unit/support/pages.h"

using namespace lacit;

namespace {

std::multiset<std::string> ids_of(const content::Content& content, const std::string& slug) {
  const document::Tree tree = describe::describe_page(content.site, tests::page_of(content, slug));
  std::multiset<std::string> ids;
  for (document::NodeId id = 0; id < tree.size(); ++id) {
    const std::string_view given = tree[id].attribute(document::Attribute::id);
    if (!given.empty()) ids.emplace(given);
  }
  return ids;
}

/// Whether `check` lets an editor call a section or an event so.
bool may_be_called(const std::string& page, const std::string& before, const std::string& id) {
  return tests::problems_of(tests::good_but("pages/" + page + ".json", before, id)).empty();
}

}  // namespace

TEST_CASE("11.C17: no id stands twice in a page") {
  const content::Content content = tests::good_content();
  for (const char* slug : {"home", "about"}) {
    for (const std::string& id : ids_of(content, slug)) {
      CAPTURE(id);
      CHECK(ids_of(content, slug).count(id) == 1);
    }
  }
}

TEST_CASE("11.C17: an anchor cannot be an id that the program gives") {
  const content::Content content = tests::good_content();
  const std::set<std::string> own{"contact", "words", "team", "first-day", "second-day"};
  for (const std::string& id : ids_of(content, "home")) {
    CAPTURE(id);
    if (!own.contains(id)) CHECK_FALSE(may_be_called("home", "\"anchor\": \"words\"", "\"anchor\": \"" + id + "\""));
  }
  for (const std::string& id : ids_of(content, "about")) {
    CAPTURE(id);
    if (!own.contains(id)) CHECK_FALSE(may_be_called("about", "\"id\": \"second-day\"", "\"id\": \"" + id + "\""));
  }
  CHECK(may_be_called("home", "\"anchor\": \"words\"", "\"anchor\": \"contact-us\""));
  CHECK(may_be_called("about", "\"id\": \"second-day\"", "\"id\": \"third-day\""));
}
