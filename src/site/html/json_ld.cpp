#include "html/json_ld.h"

#include <nlohmann/json.hpp>

#include "content/rich_text.h"
#include "content/time_zone.h"
#include "markup/escape.h"

namespace lacit::html {
namespace {

using Json = nlohmann::ordered_json;

std::string element(const Json& data) {
  return "<script type=\"application/ld+json\">" + markup::escaped_in_script(data.dump()) + "</script>\n";
}

Json organisation(const content::Site& site) {
  return {{"@context", "https://schema.org"},
          {"@type", "NGO"},
          {"@id", site.url + "/#organization"},
          {"name", site.name},
          {"url", site.url + "/"},
          {"description", site.description}};
}

Json breadcrumbs(const content::Site& site, const content::Page& page, std::string_view path) {
  const auto entry = [](int position, const std::string& name, const std::string& address) {
    return Json{{"@type", "ListItem"}, {"position", position}, {"name", name}, {"item", address}};
  };
  return {
      {"@context", "https://schema.org"},
      {"@type", "BreadcrumbList"},
      {"itemListElement", {entry(1, site.name, site.url + "/"), entry(2, page.title, site.url + std::string(path))}}};
}

// Adds the questions of a section to a list.
void add_questions(const content::Faq& faq, Json& list) {
  for (const content::Question& question : faq.questions) {
    std::string answer;
    for (const content::RichText& paragraph : question.answer)
      answer += (answer.empty() ? "" : " ") + content::plain(paragraph);
    list.push_back({{"@type", "Question"},
                    {"name", question.question},
                    {"acceptedAnswer", {{"@type", "Answer"}, {"text", answer}}}});
  }
}

Json event_data(const content::Site& site, const content::Event& event) {
  Json data{{"@context", "https://schema.org"},
            {"@type", "Event"},
            {"name", event.name},
            {"startDate", content::machine_time(event.start, event.time_zone)},
            {"organizer", {{"@type", "NGO"}, {"name", site.name}, {"url", site.url + "/"}}}};
  if (!event.end.empty()) data["endDate"] = content::machine_time(event.end, event.time_zone);
  if (!event.text.empty()) data["description"] = content::plain(event.text);
  if (!event.place.name.empty()) {
    data["location"] = {{"@type", "Place"}, {"name", event.place.name}};
    if (!event.place.address.empty()) data["location"]["address"] = event.place.address;
  }
  return data;
}

// One FAQPage for all sections with questions: a page is of that type once (schema.org/FAQPage), and search engines
// take a second one for a mistake.
std::string section_data(const content::Site& site, const content::Page& page) {
  Json questions = Json::array();
  std::string text;
  for (const content::Section& section : page.sections) {
    if (!section.region.empty() && section.region != site.region) continue;
    if (const auto* faq = std::get_if<content::Faq>(&section.body)) add_questions(*faq, questions);
    if (const auto* events = std::get_if<content::Events>(&section.body)) {
      for (const content::Event& event : events->events) text += element(event_data(site, event));
    }
  }
  if (questions.empty()) return text;
  return text + element({{"@context", "https://schema.org"}, {"@type", "FAQPage"}, {"mainEntity", questions}});
}

}  // namespace

std::string json_ld(const content::Site& site, const content::Page& page, std::string_view path) {
  if (!page.listed) return {};
  std::string text = path == "/" || page.slug == "about" ? element(organisation(site)) : "";
  if (path != "/") text += element(breadcrumbs(site, page, path));
  return text + section_data(site, page);
}

}  // namespace lacit::html
