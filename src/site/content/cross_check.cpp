// Each check is one function over the mentions that reading left behind.
#include "content/cross_check.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/suggest.h"
#include "content/format_rules.h"
#include "content/page_checks.h"
#include "content/site_words.h"
#include "content/targets.h"

namespace lacit::content {
namespace {

template <class Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Addresses that the server answers itself.
constexpr std::array<std::string_view, 3> served_paths = {"api", "assets", "healthz"};

/// No file may be called so under Windows, whatever its ending, and editors have the content there too (Microsoft,
/// «Naming Files, Paths, and Namespaces»).
bool is_device(std::string_view name) {
  constexpr std::array<std::string_view, 4> devices = {"con", "prn", "aux", "nul"};
  const bool port =
      name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) && name[3] >= '0' && name[3] <= '9';
  return port || contains(devices, name);
}

/// «on line 3» or «in pages/about.json».
std::string elsewhere(const Mention& first, const Mention& second) {
  if (first.where.file == second.where.file) return "on line " + std::to_string(first.where.position.line);
  return "in " + first.where.file;
}

/// Calls `clash` with every mention that says what an earlier one says, and with that one.
template <class Key, class Clash>
void find_doubles(const std::vector<Mention>& mentions, Key key, Clash clash) {
  std::map<std::string, std::vector<const Mention*>> seen;
  for (const Mention& mention : mentions) {
    std::vector<const Mention*>& same = seen[key(mention)];
    const auto shown_too = [&mention](const Mention* other) { return shown_together(other->region, mention.region); };
    const auto other = std::ranges::find_if(same, shown_too);
    if (other == same.end()) {
      same.push_back(&mention);
    } else {
      clash(**other, mention);
    }
  }
}

void check_unique(Context& context, const std::vector<Mention>& mentions, const std::string& kind, bool within_page) {
  const auto key = [within_page](const Mention& mention) {
    return within_page ? mention.page + '#' + mention.text : mention.text;
  };
  find_doubles(mentions, key, [&](const Mention& first, const Mention& second) {
    context.report(second.where, "the " + kind + " \"" + second.text + "\" is taken, " + elsewhere(first, second),
                   "choose another");
  });
}

/// An event's id is its calendar file's name too: on another page it would take that file's place.
void check_events(Context& context) {
  const auto key = [](const Mention& event) { return event.text; };
  find_doubles(context.events, key, [&](const Mention& first, const Mention& second) {
    if (first.page == second.page) return;  // Told of as an anchor.
    context.report(second.where, "the event \"" + second.text + "\" is taken, in " + first.where.file,
                   "choose another id; its calendar file is named by it");
  });
}

/// A page's slug is its file's name, so that every page is found at once and no two share an address.
void check_slugs(Context& context) {
  for (const Mention& slug : context.slugs) {
    if (contains(generated_pages, slug.text)) {
      context.report(slug.where, "the page \"" + slug.text + "\" is made by the program", "choose another slug");
    } else if (contains(served_paths, slug.text)) {
      context.report(slug.where, "the address /" + slug.text + "/ is the server's own", "choose another slug");
    } else if (is_device(slug.text)) {
      context.report(slug.where, "no file can be called \"" + slug.text + "\" under Windows", "choose another slug");
    } else if (slug.text != slug.page && contains(context.pages, slug.text)) {
      context.report(slug.where, "the slug \"" + slug.text + "\" is taken, by " + page_file(slug.text),
                     "write \"" + slug.page + "\", as this file is named");
    } else if (slug.text != slug.page && format_of::slug.advice(slug.page)) {
      context.report(slug.where, "the file's name is no slug", "rename the file to " + slug.text + ".json");
    } else if (slug.text != slug.page) {
      context.report(slug.where, "the slug differs from the file's name",
                     "write \"" + slug.page + "\", or rename the file to " + slug.text + ".json");
    }
  }
}

void check_forms(const Content& content, Context& context) {
  if (!context.site_read) return;
  std::vector<std::string_view> names;
  for (const auto& [name, form] : content.site.forms) names.push_back(name);
  for (const Mention& form : context.forms) {
    if (contains(names, form.text)) continue;
    context.report(form.where, "there is no form \"" + form.text + "\" in site.json",
                   names.empty() ? "add it under \"forms\"" : base::suggestion(form.text, names));
  }
}

/// A preset topic must be one of the choices of the form's field `topic`.
void check_topics(const Content& content, Context& context) {
  for (const Mention& mention : context.topics) {
    const std::size_t line_break = mention.text.find('\n');
    const std::string topic = mention.text.substr(line_break + 1);
    const auto form = content.site.forms.find(mention.text.substr(0, line_break));
    if (form == content.site.forms.end()) continue;
    const std::vector<Field>& fields = form->second.fields;
    const auto field =
        std::find_if(fields.begin(), fields.end(), [](const Field& each) { return each.name == "topic"; });
    if (field != fields.end() && field->options.empty()) continue;  // A problem of its own.
    std::vector<std::string_view> choices;
    if (field != fields.end()) {
      for (const Option& option : field->options) choices.push_back(option.value);
    }
    if (contains(choices, topic)) continue;
    context.report(mention.where, "the form has no topic \"" + topic + "\"",
                   choices.empty() ? "give the form a select field named \"topic\"" : base::suggestion(topic, choices));
  }
}

/// What the site's region was meant to be, where that is misspelt: nobody else writes it so, and several write one that
/// is near. Empty where it is right, or where nobody can tell which of two is wrong.
std::string meant_region(const Content& content, const Context& context) {
  const std::string_view region = content.site.region;
  std::map<std::string_view, int> others;
  for (const Mention& mention : context.regions) ++others[mention.text];
  if (region.empty() || others.contains(region)) return {};
  std::string_view meant;
  for (const auto& [other, count] : others) {
    if (base::nearest(region, {&other, 1}).empty()) continue;
    if (count < 2 || !meant.empty()) return {};
    meant = other;
  }
  return std::string(meant);
}

/// Another region is no mistake, because one content may serve several; a misspelt one would hide the section.
void check_regions(const Content& content, Context& context) {
  const std::string_view region = content.site.region;
  for (const Mention& mention : context.regions) {
    if (mention.text == region || base::nearest(mention.text, {&region, 1}).empty()) continue;
    context.report(mention.where, "the region \"" + mention.text + "\" is not this site's, so nobody sees the section",
                   "did you mean \"" + std::string(region) + "\", as site.json says?");
  }
}

/// A zone's file name has an English city in it («Europe/Rome»), which no reader of another language knows.
void check_zone_names(const Content& content, Context& context) {
  const Site& site = content.site;
  if (!must_give_all_words(site)) return;
  for (const Mention& zone : context.zones) {
    const auto named = [&zone](const ZoneName& each) { return each.time_zone == zone.text; };
    if (std::any_of(site.dates.zones.begin(), site.dates.zones.end(), named)) continue;
    context.report(zone.where, "the time zone " + zone.text + " has no name in the site's language",
                   "say in site.json, under dates and zones, what visitors call it");
  }
}

void check_needed_pages(Context& context) {
  for (const std::string_view needed : needed_pages) {
    if (contains(context.pages, needed)) continue;
    context.report({page_file(needed), {}, ""}, "the page \"" + std::string(needed) + "\" is missing",
                   "add " + page_file(needed));
  }
}

void check_all(const Content& content, Context& context) {
  check_slugs(context);
  check_unique(context, context.titles, "title", false);
  check_unique(context, context.anchors, "anchor", true);
  check_events(context);
  check_ids(content, context);
  check_headings(content, context);
  const Targets targets(content.site.region, context);
  for (const Mention& link : context.hrefs) targets.check(context, link);
  check_forms(content, context);
  check_topics(content, context);
  check_regions(content, context);
  check_zone_names(content, context);
  check_needed_pages(context);
}

}  // namespace

void cross_check(const Content& content, Context& context) {
  const std::string meant = meant_region(content, context);
  if (meant.empty()) return check_all(content, context);
  context.report(
      context.own_region.where,
      "no section is for the region \"" + content.site.region + "\", so that visitors miss those of \"" + meant + "\"",
      "did you mean \"" + meant + "\"?");
  Content as_meant = content;  // Else each of the right sections would be told of.
  as_meant.site.region = meant;
  check_all(as_meant, context);
}

}  // namespace lacit::content
