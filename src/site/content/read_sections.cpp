// Sections, one function a kind; the table names them; lists of people, events and the like are in read_listings.cpp. A
// new kind is a function here and a row there.
#include <algorithm>
#include <array>

#include "content/icons.h"
#include "content/read.h"

namespace lacit::content {
namespace {

void read_giving(Reader& reader, Giving& giving) {
  reader.text("label", giving.label, {.most = 40});
  reader.rich("text", giving.text, {.most = lead_length});
}

void read_hero(Reader& reader, Hero& hero) {
  reader.text("eyebrow", hero.eyebrow, {.most = 60, .need = Need::optional});
  reader.text("heading", hero.heading, {.most = 140});
  reader.rich("text", hero.text, {.most = lead_length, .need = Need::optional});
  reader.list("actions", hero.actions, up_to_three_actions, read_link);
  reader.object("giving", hero.giving, read_giving);
  reader.object("picture", hero.picture, read_picture);
}

void read_text(Reader& reader, Text& text) {
  read_heading(reader, text.heading, Need::optional);
  read_lead(reader, text.lead);
  reader.rich_list("body", text.body, paragraph_length, {.most = 30});
  reader.rich_list("points", text.points, 500, {.most = 40});
  reader.rich("note", text.note, {.most = 700, .need = Need::optional});
  reader.list("sources", text.sources, some_sources, read_source);
  const bool empty = text.lead.empty() && text.body.empty() && text.points.empty() && text.note.empty();
  if (reader.context() != nullptr && empty) {
    reader.report("kind", "this text section has no text", "give it a lead, body, points or note");
  }
}

void read_benefit_group(Reader& reader, BenefitGroup& group) {
  read_heading(reader, group.heading);
  reader.choice("icon", group.icon, icon_names());
  reader.rich_list("points", group.points, 500, {.least = 1, .most = 8});
}

void read_benefits(Reader& reader, Benefits& benefits) {
  read_heading(reader, benefits.heading);
  read_lead(reader, benefits.lead);
  reader.list("groups", benefits.groups, {.least = 1, .most = 12}, read_benefit_group);
  reader.rich("statement", benefits.statement, {.most = 600, .need = Need::optional});
}

void read_step(Reader& reader, Step& step) {
  read_heading(reader, step.heading);
  reader.rich("text", step.text, {.most = 700});
}

void read_steps(Reader& reader, Steps& steps) {
  read_heading(reader, steps.heading);
  read_lead(reader, steps.lead);
  reader.list("steps", steps.steps, {.least = 1, .most = 20}, read_step);
  reader.list("sources", steps.sources, some_sources, read_source);
}

void read_fact(Reader& reader, Fact& fact) {
  reader.text("figure", fact.figure, {.most = 24});
  reader.rich("label", fact.label, {.most = 300});
  reader.object("source", fact.source, read_source);
}

void read_facts(Reader& reader, Facts& facts) {
  read_heading(reader, facts.heading);
  read_lead(reader, facts.lead);
  reader.list("facts", facts.facts, {.least = 1, .most = 12}, read_fact);
}

void read_question(Reader& reader, Question& question) {
  reader.text("question", question.question, {.most = 160});
  reader.rich_list("answer", question.answer, paragraph_length, {.least = 1, .most = 12});
}

void read_faq(Reader& reader, Faq& faq) {
  read_heading(reader, faq.heading);
  read_lead(reader, faq.lead);
  reader.list("questions", faq.questions, {.least = 1, .most = 60}, read_question);
}

void read_call_to_action(Reader& reader, CallToAction& call) {
  read_heading(reader, call.heading);
  reader.rich("text", call.text, {.most = lead_length, .need = Need::optional});
  reader.list("actions", call.actions, {.least = 1, .most = up_to_three_actions.most}, read_link);
}

template <class T, void (*read_body)(Reader&, T&)>
void read_as(Reader& reader, Section& section) {
  read_body(reader, section.body.emplace<T>());
}

struct Kind {
  std::string_view name;
  void (*read)(Reader&, Section&);
};

constexpr std::array<Kind, 12> kinds = {{{"hero", read_as<Hero, read_hero>},
                                         {"text", read_as<Text, read_text>},
                                         {"benefits", read_as<Benefits, read_benefits>},
                                         {"steps", read_as<Steps, read_steps>},
                                         {"facts", read_as<Facts, read_facts>},
                                         {"people", read_as<People, read_people>},
                                         {"events", read_as<Events, read_events>},
                                         {"directory", read_as<Directory, read_directory>},
                                         {"faq", read_as<Faq, read_faq>},
                                         {"gallery", read_as<Gallery, read_gallery>},
                                         {"form", read_as<FormSection, read_form_section>},
                                         {"call_to_action", read_as<CallToAction, read_call_to_action>}}};

/// The keys that every section has.
void read_frame(Reader& reader, Section& section, std::string& kind, std::span<const std::string_view> allowed) {
  reader.choice("kind", kind, allowed);
  reader.text("anchor", section.anchor, {.most = 60, .need = Need::optional, .format = &format_of::anchor});
  reader.text("region", section.region, {.most = 60, .need = Need::optional, .format = &format_of::slug});
  if (reader.context() == nullptr) return;
  reader.context()->region = section.region;
  if (!section.anchor.empty()) reader.context()->anchors.push_back(reader.mention("anchor", section.anchor));
  if (!section.region.empty()) reader.context()->regions.push_back(reader.mention("region", section.region));
}

void declare_sections(Shape& shape) {
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    Reader declared(shape.items.emplace_back());
    Section section;
    std::string kind;
    read_frame(declared, section, kind, section_kinds().subspan(i, 1));
    kinds[i].read(declared, section);
  }
}

}  // namespace

std::span<const std::string_view> section_kinds() {
  static const auto names = [] {
    std::array<std::string_view, kinds.size()> all;
    for (std::size_t i = 0; i < kinds.size(); ++i) all[i] = kinds[i].name;
    return all;
  }();
  return names;
}

void read_section(Reader& reader, Section& section) {
  if (reader.shape() != nullptr) return declare_sections(*reader.shape());
  std::string name;
  read_frame(reader, section, name, section_kinds());
  reader.context()->kinds.push_back(reader.mention("kind", name));
  const auto kind = std::ranges::find(kinds, name, &Kind::name);
  if (kind != kinds.end()) {
    kind->read(reader, section);
  } else {
    reader.ignore_unknown();
  }
  reader.context()->region.clear();
}

}  // namespace lacit::content
