// Dated events: when, where, what, and a calendar file; an honest word while there are none.
#include <string>

#include "content/time_zone.h"
#include "describe/builder.h"
#include "describe/describe.h"
#include "describe/event_time.h"

namespace lacit::describe {

namespace {

void describe_event(const SectionContext& context, NodeId list, const content::Event& event) {
  Tree& tree = context.tree;
  const NodeId item = tree.add(list, Kind::item, Style::event);
  tree.set(item, Attribute::id, event.id);
  const NodeId time = add_text(tree, item, Kind::time, Style::event_when, event_time(context.site, event));
  tree.set(time, Attribute::datetime, content::machine_time(event.start, event.time_zone));
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
