// Sections that list things: people, events, services, pictures; and the section that holds a form.
#include "content/date.h"
#include "content/read.h"
#include "content/time_zone.h"

namespace lacit::content {
namespace {

void read_person(Reader& reader, Person& person) {
  reader.text("name", person.name, {.most = 80});
  reader.text("role", person.role, {.most = 120, .need = Need::optional});
  reader.rich("text", person.text, {.most = 700, .need = Need::optional});
  reader.object("picture", person.picture, read_picture);
}

/// A list that may be empty needs words for when it is.
void require_empty_words(Reader& reader, bool nothing_listed, const RichText& empty) {
  if (reader.context() == nullptr || !nothing_listed || !empty.empty()) return;
  reader.report("kind", "nothing is listed and \"empty\" says nothing", "write in \"empty\" what visitors then read");
}

}  // namespace

void read_people(Reader& reader, People& people) {
  read_heading(reader, people.heading);
  read_lead(reader, people.lead);
  reader.list("people", people.people, {.most = 60}, read_person);
  reader.rich("empty", people.empty, {.most = 700, .need = Need::optional});
  require_empty_words(reader, people.people.empty(), people.empty);
}

namespace {

void read_place(Reader& reader, Place& place) {
  reader.text("name", place.name, {.most = 120});
  reader.text("address", place.address, {.most = 200, .need = Need::optional});
}

bool is_date(const std::string& text) { return has_date_form(text) && !calendar_advice(text); }

/// Whether the time is there at all: clocks may skip it.
bool check_shown(Reader& reader, std::string_view key, const std::string& date, const std::string& zone) {
  if (zone.empty()) return true;
  const std::optional<base::Error> advice = skipped_advice(date, zone);
  if (advice) reader.report(key, *advice);
  return !advice;
}

void check_times(Reader& reader, const Event& event) {
  if (reader.context() == nullptr || !is_date(event.start)) return;
  if (has_time(event.start) && event.time_zone.empty()) {
    reader.report("start", "a time of day without a time zone", "add \"time_zone\": \"America/Chicago\"");
  }
  const std::string zone = time_zone_advice(event.time_zone) ? "" : event.time_zone;
  const bool starts = check_shown(reader, "start", event.start, zone);
  if (!is_date(event.end)) return;
  if (has_time(event.start) != has_time(event.end)) {
    return reader.report("end", "start and end must both say a time of day, or neither", "write both in the same form");
  }
  if (!check_shown(reader, "end", event.end, zone) || !starts) return;
  if (moment_of(event.end, zone) < moment_of(event.start, zone)) {
    reader.report("end", "the event ends before it starts", "correct one of the two");
  }
}

void read_event(Reader& reader, Event& event) {
  reader.text("id", event.id, {.most = 60, .format = &format_of::anchor});
  reader.text("name", event.name, {.most = 120});
  reader.text("start", event.start, {.most = 16, .format = &format_of::date});
  reader.text("end", event.end, {.most = 16, .need = Need::optional, .format = &format_of::date});
  reader.text("time_zone", event.time_zone, {.most = 60, .need = Need::optional, .format = &format_of::time_zone});
  reader.object("place", event.place, read_place);
  reader.rich("text", event.text, {.most = paragraph_length, .need = Need::optional});
  reader.href("href", event.href, Need::optional);
  check_times(reader, event);
  if (reader.context() != nullptr && !event.id.empty()) {
    reader.context()->anchors.push_back(reader.mention("id", event.id));
    reader.context()->events.push_back(reader.mention("id", event.id));
  }
  if (reader.context() != nullptr && has_time(event.start) && !event.time_zone.empty()) {
    reader.context()->zones.push_back(reader.mention("time_zone", event.time_zone));
  }
}

}  // namespace

void read_events(Reader& reader, Events& events) {
  read_heading(reader, events.heading);
  read_lead(reader, events.lead);
  reader.list("events", events.events, {.most = 200}, read_event);
  reader.rich("empty", events.empty, {.most = 700, .need = Need::optional});
  require_empty_words(reader, events.events.empty(), events.empty);
}

namespace {

void read_entry(Reader& reader, DirectoryEntry& entry) {
  reader.text("name", entry.name, {.most = 160});
  reader.href("href", entry.href, Need::optional);
  reader.rich_list("reach", entry.reach, 400, {.least = 1, .most = 8});
  reader.rich("detail", entry.detail, {.most = 1500, .need = Need::optional});
  reader.text("keywords", entry.keywords, {.most = 3000, .need = Need::optional, .painted = false});
  reader.object("source", entry.source, read_source, Need::optional);
}

}  // namespace

void read_directory(Reader& reader, Directory& directory) {
  read_heading(reader, directory.heading);
  read_lead(reader, directory.lead);
  reader.text_list("columns", directory.columns, 40, {.least = 3, .most = 3});
  reader.text("filter", directory.filter, {.most = 120, .need = Need::optional});
  reader.list("entries", directory.entries, {.least = 1, .most = 500}, read_entry);
  reader.rich("note", directory.note, {.most = 700, .need = Need::optional});
}

void read_gallery(Reader& reader, Gallery& gallery) {
  read_heading(reader, gallery.heading);
  read_lead(reader, gallery.lead);
  reader.list("pictures", gallery.pictures, {.least = 1, .most = 12000}, read_picture);
}

void read_form_section(Reader& reader, FormSection& section) {
  read_heading(reader, section.heading);
  read_lead(reader, section.lead);
  reader.rich("note", section.note, {.most = 700, .need = Need::optional});
  reader.text("form", section.form, {.most = 40, .format = &format_of::field_name});
  reader.text("topic", section.topic, {.most = 60, .need = Need::optional});
  if (reader.context() == nullptr) return;
  if (!section.form.empty()) reader.context()->forms.push_back(reader.mention("form", section.form));
  if (!section.topic.empty()) {
    reader.context()->topics.push_back(reader.mention("topic", section.form + '\n' + section.topic));
  }
}

}  // namespace lacit::content
