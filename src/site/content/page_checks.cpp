#include "content/page_checks.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "content/targets.h"

namespace lacit::content {
namespace {

using Kinds = std::vector<const Mention*>;

std::map<std::string, Kinds> by_page(const std::vector<Mention>& kinds) {
  std::map<std::string, Kinds> pages;
  for (const Mention& kind : kinds) pages[kind.page].push_back(&kind);
  return pages;
}

void report_no_hero(Context& context, const Kinds& all, const Mention& first, const std::string& region) {
  const auto hidden = std::ranges::find_if(
      all, [&region](const Mention* kind) { return kind->text == "hero" && !shown_together(kind->region, region); });
  if (hidden == all.end()) {
    return context.report(first.where, "the first section is no hero, so the page has no h1",
                          "begin with a hero section");
  }
  context.report((*hidden)->where,
                 "the hero is only for the region \"" + (*hidden)->region + "\", so here the page has no h1",
                 "delete its region, or add a hero for this one");
}

/// The hero's heading is the page's h1, all others are h2: so the levels are right if heroes stand first and only
/// there.
void check_page(Context& context, const Kinds& all, const std::string& region) {
  Kinds shown;
  std::ranges::copy_if(all, std::back_inserter(shown),
                       [&region](const Mention* kind) { return shown_together(kind->region, region); });
  if (shown.empty()) {
    return context.report(all.front()->where, "no section of this page is shown in the region \"" + region + "\"",
                          "delete the region of one, or delete the page");
  }
  if (shown.front()->text != "hero" && !shown.front()->text.empty())
    report_no_hero(context, all, *shown.front(), region);
  for (const Mention* kind : shown) {
    if (kind == shown.front() || kind->text != "hero") continue;
    context.report(kind->where, "a second hero, whose heading would be a second h1",
                   "make it a text or call_to_action section");
  }
}

/// To the page's main part, to headings, to sections without an anchor, and to the lightbox.
bool is_taken(std::string_view anchor) {
  return anchor == "main" || anchor.ends_with("-heading") || anchor.starts_with("section-") ||
         anchor.starts_with("lightbox-");
}

/// The ids of a section's parts, behind its anchor and a hyphen.
std::vector<std::string> parts_of(const Section& section, const Site& site) {
  if (std::holds_alternative<Directory>(section.body)) return {"table", "table-filter"};
  const auto* const asked = std::get_if<FormSection>(&section.body);
  const auto form = asked == nullptr ? site.forms.end() : site.forms.find(asked->form);
  if (form == site.forms.end()) return {};
  std::vector<std::string> parts{"faults", "attachments", "attachments-hint", "attachments-error"};
  for (const Field& field : form->second.fields) {
    for (const char* part : {"", "-hint", "-error", "-count"}) parts.push_back(field.name + part);
  }
  return parts;
}

void check_parts(Context& context, const std::string& page, const Section& section, const Site& site) {
  if (section.anchor.empty()) return;
  const std::vector<std::string> parts = parts_of(section, site);
  if (parts.empty()) return;
  for (const Mention& anchor : context.anchors) {
    const std::string_view text = anchor.text;
    if (anchor.page != page || !text.starts_with(section.anchor + "-")) continue;
    const bool taken = std::ranges::find(parts, text.substr(section.anchor.size() + 1)) != parts.end();
    if (!taken || !shown_together(anchor.region, section.region)) continue;
    context.report(anchor.where, "the anchor \"" + anchor.text + "\" is one that a part of #" + section.anchor + " has",
                   "choose another");
  }
}

}  // namespace

void check_headings(const Content& content, Context& context) {
  for (const auto& [page, kinds] : by_page(context.kinds)) check_page(context, kinds, content.site.region);
}

void check_ids(const Content& content, Context& context) {
  for (const Mention& anchor : context.anchors) {
    if (!is_taken(anchor.text)) continue;
    context.report(anchor.where, "the anchor \"" + anchor.text + "\" is one that the program gives itself",
                   "choose another; not main, nor section-…, nor lightbox-…, nor …-heading");
  }
  for (const Page& page : content.pages) {
    for (const Section& section : page.sections) check_parts(context, page.slug, section, content.site);
  }
}

}  // namespace lacit::content
