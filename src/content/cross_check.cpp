// Each check is one function over the mentions that reading left behind.
#include "content/cross_check.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "content/format_rules.h"
#include "content/href.h"
#include "content/suggest.h"

namespace lacit::content {
namespace {

/// Pages that the generator makes without a file of their own.
constexpr std::array<std::string_view, 1> generated_pages = {"notices"};
constexpr std::array<std::string_view, 2> needed_pages = {"home", "404"};

/// Ids that the describers give: to the page's main part, to headings, and to sections without an anchor.
bool is_taken(std::string_view anchor) {
  return anchor == "main" || anchor.ends_with("-heading") || anchor.starts_with("section-");
}

template <class Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string page_file(std::string_view slug) { return "pages/" + std::string(slug) + ".json"; }

/// «on line 3» or «in pages/about.json».
std::string elsewhere(const Mention& first, const Mention& second) {
  if (first.where.file == second.where.file) return "on line " + std::to_string(first.where.position.line);
  return "in " + first.where.file;
}

void check_unique(Context& context, const std::vector<Mention>& mentions, const std::string& kind, bool within_page) {
  std::map<std::string, const Mention*> first;
  for (const Mention& mention : mentions) {
    const std::string key = within_page ? mention.page + '#' + mention.text : mention.text;
    const auto [seen, fresh] = first.try_emplace(key, &mention);
    if (fresh) continue;
    context.report(mention.where,
                   "the " + kind + " \"" + mention.text + "\" is taken, " + elsewhere(*seen->second, mention),
                   "choose another");
  }
}

/// An event's id is its calendar file's name too: on another page it would take that file's place.
void check_events(Context& context) {
  std::map<std::string, const Mention*> first;
  for (const Mention& event : context.events) {
    const auto [seen, fresh] = first.try_emplace(event.text, &event);
    if (fresh || seen->second->page == event.page) continue;  // Within a page it is told of as an anchor.
    context.report(event.where, "the event \"" + event.text + "\" is taken, in " + seen->second->where.file,
                   "choose another id; its calendar file is named by it");
  }
}

void check_taken(Context& context) {
  for (const Mention& anchor : context.anchors) {
    if (!is_taken(anchor.text)) continue;
    context.report(anchor.where, "the anchor \"" + anchor.text + "\" is one that the program gives itself",
                   "choose another; not main, nor section-…, nor …-heading");
  }
}

/// A page's slug is its file's name, so that every page is found at once and no two share an address.
void check_slugs(Context& context) {
  for (const Mention& slug : context.slugs) {
    if (contains(generated_pages, slug.text)) {
      context.report(slug.where, "the page \"" + slug.text + "\" is made by the program", "choose another slug");
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

/// Where links inside the site may lead.
class Targets {
 public:
  explicit Targets(const Context& context) {
    pages_.insert(context.pages.begin(), context.pages.end());
    unread_.insert(context.unread_pages.begin(), context.unread_pages.end());
    unread_.insert(generated_pages.begin(), generated_pages.end());
    for (const std::string_view needed : needed_pages) {
      // Where one is missing, that is told of once and not by every link.
      if (!contains(pages_, needed)) unread_.emplace(needed);
    }
    for (const Mention& anchor : context.anchors) anchors_[anchor.page].push_back(anchor.text);
  }

  void check(Context& context, const Mention& link) const {
    const std::optional<LocalTarget> target = local_target(link.text);
    if (!target) return;
    if (target->slug.empty() && link.page.empty()) {
      return context.report(link.where, "\"" + link.text + "\" names no page", "write the page too, as in /#contact");
    }
    const std::string& page = target->slug.empty() ? link.page : target->slug;
    if (page == "404") {
      return context.report(link.where, "the page for what is not found is no target", "link to another page");
    }
    if (unread_.contains(page)) return;
    if (!pages_.contains(page)) return no_page(context, link, page);
    if (!target->anchor.empty()) check_anchor(context, link, page, target->anchor);
  }

 private:
  void no_page(Context& context, const Mention& link, const std::string& page) const {
    const std::vector<std::string_view> known(pages_.begin(), pages_.end());
    const std::string_view near = nearest(page, known);
    context.report(link.where, "there is no page \"" + excerpt(page) + "\"",
                   near.empty() ? "add " + page_file(excerpt(page)) + ", or correct the link"
                                : "did you mean /" + std::string(near) + "/?");
  }

  void check_anchor(Context& context, const Mention& link, const std::string& page, const std::string& anchor) const {
    const auto found = anchors_.find(page);
    const std::vector<std::string> none;
    const std::vector<std::string>& there = found == anchors_.end() ? none : found->second;
    if (contains(there, anchor)) return;
    const std::vector<std::string_view> known(there.begin(), there.end());
    const std::string_view near = nearest(anchor, known);
    context.report(link.where, "the page \"" + page + "\" has no anchor \"" + excerpt(anchor) + "\"",
                   near.empty() ? "give its section \"anchor\": \"" + excerpt(anchor) + "\""
                                : "did you mean #" + std::string(near) + "?");
  }

  std::set<std::string> pages_;
  std::set<std::string> unread_;  ///< Their anchors are unknown.
  std::map<std::string, std::vector<std::string>> anchors_;
};

void check_forms(const Content& content, Context& context) {
  if (!context.site_read) return;
  std::vector<std::string_view> names;
  for (const auto& [name, form] : content.site.forms) names.push_back(name);
  for (const Mention& form : context.forms) {
    if (contains(names, form.text)) continue;
    context.report(form.where, "there is no form \"" + form.text + "\" in site.json",
                   names.empty() ? "add it under \"forms\"" : suggestion(form.text, names));
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
                   choices.empty() ? "give the form a select field named \"topic\"" : suggestion(topic, choices));
  }
}

/// Another region is no mistake, because one content may serve several; a misspelt one would hide the section.
void check_regions(const Content& content, Context& context) {
  const std::string_view region = content.site.region;
  for (const Mention& mention : context.regions) {
    if (mention.text == region || nearest(mention.text, {&region, 1}).empty()) continue;
    context.report(mention.where, "the region \"" + mention.text + "\" is not this site's, so nobody sees the section",
                   "did you mean \"" + std::string(region) + "\"?");
  }
}

void check_needed_pages(Context& context) {
  for (const std::string_view needed : needed_pages) {
    if (contains(context.pages, needed)) continue;
    context.report({page_file(needed), {}, ""}, "the page \"" + std::string(needed) + "\" is missing",
                   "add " + page_file(needed));
  }
}

}  // namespace

void cross_check(const Content& content, Context& context) {
  check_slugs(context);
  check_unique(context, context.titles, "title", false);
  check_unique(context, context.anchors, "anchor", true);
  check_events(context);
  check_taken(context);
  const Targets targets(context);
  for (const Mention& link : context.hrefs) targets.check(context, link);
  check_forms(content, context);
  check_topics(content, context);
  check_regions(content, context);
  check_needed_pages(context);
}

}  // namespace lacit::content
