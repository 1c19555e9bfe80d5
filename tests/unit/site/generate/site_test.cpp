#include "generate/site.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "unit/site/generate/temporary_site.h"
#include "unit/support/pages.h"

using namespace lacit;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

content::Content with_events_page() {
  content::Content content = tests::good_content();
  for (content::Page& page : content.pages) {
    if (page.slug == "about") page.slug = "events";
  }
  return content;
}

}  // namespace

TEST_CASE("the sitemap names every page that search engines may list, by its whole address, and no other") {
  const tests::TemporarySite site(tests::good_content());
  const std::string map = site.read("sitemap.xml");
  CHECK(map.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
  CHECK(contains(map, "<url><loc>https://www.example.org/</loc></url>"));
  CHECK(contains(map, "<url><loc>https://www.example.org/about/</loc></url>"));
  CHECK_FALSE(contains(map, "404"));
}

TEST_CASE("robots.txt keeps robots from the forms and leads them to the sitemap") {
  const tests::TemporarySite site(tests::good_content());
  CHECK(site.read("robots.txt") == "User-agent: *\nDisallow: /api/\nSitemap: https://www.example.org/sitemap.xml\n");
}

TEST_CASE("the manifest has the site's name and colours, and icons that are there") {
  const tests::TemporarySite site(tests::good_content());
  const auto manifest = nlohmann::json::parse(site.read("manifest.webmanifest"));
  CHECK(manifest["name"] == "Example");
  CHECK(manifest["lang"] == "en-US");
  CHECK(manifest["start_url"] == "/");
  CHECK(manifest["background_color"] == "#FBFAF7");
  int maskable = 0;
  for (const auto& icon : manifest["icons"]) {
    CHECK(site.has(icon["src"].get<std::string>().substr(1)));
    maskable += icon.value("purpose", "") == "maskable" ? 1 : 0;
  }
  CHECK(manifest["icons"].size() == 4);
  CHECK(maskable == 1);
}

TEST_CASE("every page is a file where its address says, and the page for what is not found is at the root") {
  const tests::TemporarySite site(tests::good_content());
  for (const char* path : {"index.html", "about/index.html", "404.html"}) CHECK(site.has(path));
  CHECK(contains(site.read("404.html"), "<meta name=\"robots\" content=\"noindex\">"));
  CHECK_FALSE(contains(site.read("index.html"), "noindex"));
  CHECK(site.summary().pages == 3);
}

TEST_CASE("an event has its time, its place, its calendar file and its data in the page, from end to end") {
  const tests::TemporarySite site(with_events_page());
  const std::string page = site.read("events/index.html");
  CHECK(contains(page,
                 "datetime=\"2028-02-29T09:00:00-06:00\">February\u00A029, 2028, 9:00\u00A0am to 5:00\u00A0pm (Chicago "
                 "time)</time>"));
  CHECK(contains(page, ">Town hall, 1 Main Street</p>"));
  CHECK(contains(page, "href=\"/events/first-day.ics\" type=\"text/calendar\""));
  CHECK(contains(page, "\"@type\":\"Event\",\"name\":\"First day\",\"startDate\":\"2028-02-29T09:00:00-06:00\""));
  const std::string calendar = site.read("events/first-day.ics");
  CHECK(contains(calendar, "DTSTART;TZID=America/Chicago:20280229T090000\r\n"));
  CHECK(contains(calendar, "URL:https://www.example.org/events/#first-day\r\n"));
  CHECK(contains(page, "id=\"first-day\""));
}

TEST_CASE("a calendar file leads to the page that its event stands on") {
  const tests::TemporarySite site(tests::good_content());
  CHECK(contains(site.read("events/second-day.ics"), "URL:https://www.example.org/about/#second-day\r\n"));
}

TEST_CASE("what another region is told of has no calendar file either") {
  content::Content content = tests::good_content();
  for (content::Page& page : content.pages) {
    for (content::Section& section : page.sections) {
      if (std::holds_alternative<content::Events>(section.body)) section.region = "texas";
    }
  }
  const tests::TemporarySite site(content);
  CHECK_FALSE(site.has("events/first-day.ics"));
  CHECK_FALSE(contains(site.read("about/index.html"), "first-day.ics"));
}
