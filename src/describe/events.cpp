// Dated events: when, where, what, and a calendar file; an honest word while there are none.
#include <array>
#include <string>
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {

namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// «December 1, 2026» from `2026-12-01T09:00`; the loader has checked that it is a date.
std::string day_of(std::string_view moment) {
  const auto month = static_cast<std::size_t>(number(moment.substr(5, 2)) - 1);
  return std::string(months[month]) + " " + std::to_string(number(moment.substr(8, 2))) + ", " +
         std::string(moment.substr(0, 4));
}

std::string time_of(std::string_view moment) {
  if (moment.size() < 16) return {};
  const int hour = number(moment.substr(11, 2));
  const int shown = hour % 12 == 0 ? 12 : hour % 12;
  return std::to_string(shown) + ":" + std::string(moment.substr(14, 2)) + (hour < 12 ? " am" : " pm");
}

// One line for people: day, times, and the zone by its city, since abbreviations are ambiguous.
std::string when(const content::Event& event) {
  std::string text = day_of(event.start);
  const std::string start = time_of(event.start);
  if (!start.empty()) text += ", " + start;
  const bool same_day = event.end.substr(0, 10) == event.start.substr(0, 10);
  if (!event.end.empty()) {
    const std::string end = time_of(event.end);
    text += same_day ? (end.empty() ? "" : " to " + end) : " to " + day_of(event.end) + (end.empty() ? "" : ", " + end);
  }
  if (!start.empty() && !event.time_zone.empty()) {
    std::string city = event.time_zone.substr(event.time_zone.rfind('/') + 1);
    for (char& c : city) c = c == '_' ? ' ' : c;
    text += " (" + city + " time)";
  }
  return text;
}

void describe_event(const SectionContext& context, NodeId list, const content::Event& event) {
  Tree& tree = context.tree;
  const NodeId item = tree.add(list, Kind::item, Style::event);
  tree.set(item, Attribute::id, event.id);
  const NodeId time = add_text(tree, item, Kind::time, Style::event_when, when(event));
  tree.set(time, Attribute::datetime, event.start);
  const NodeId text = tree.add(item, Kind::group, Style::event_text);
  add_heading(tree, text, Style::card_heading, 3, event.name);
  std::string place = event.place.name;
  if (!event.place.address.empty()) place += (place.empty() ? "" : ", ") + event.place.address;
  if (!place.empty()) add_text(tree, text, Kind::paragraph, Style::card_text, place);
  if (!event.text.empty()) add_rich(tree, text, Kind::paragraph, Style::card_text, event.text);
  const NodeId actions = tree.add(text, Kind::group, Style::event_actions);
  if (!event.href.empty()) add_link(tree, actions, Style::source_link, {event.name, event.href});
  const NodeId calendar =
      add_link(tree, actions, Style::source_link, {context.site.words.add_to_calendar, "/events/" + event.id + ".ics"});
  tree.set(calendar, Attribute::type, "text/calendar");
  tree.set(calendar, Attribute::aria_label, context.site.words.add_to_calendar + ": " + event.name);
}

}  // namespace

void describe(const SectionContext& context, const content::Events& events) {
  if (events.events.empty()) return describe_empty(context, events.heading, events.lead, events.empty);
  Tree& tree = context.tree;
  const NodeId section = begin_section(context, events.heading, events.lead);
  const NodeId list = tree.add(section, Kind::list, Style::event_list);
  for (const content::Event& event : events.events) describe_event(context, list, event);
}

}  // namespace lacit::describe
