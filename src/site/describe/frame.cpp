// The frame around every page. It is added before the page's own content, so that its ids are the same on all pages
// and in-app navigation can leave it alone.
#include "content/site_words.h"
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {
namespace {

void describe_crisis_bar(Tree& tree, const content::CrisisBar& bar) {
  // An aside, labelled: help that belongs to every page (ARIA 1.2, complementary).
  const NodeId aside = tree.add(0, Kind::aside, Style::crisis_bar);
  tree.set(aside, Attribute::aria_label, bar.question);
  const NodeId text = tree.add(aside, Kind::group, Style::crisis_text);
  add_text(tree, text, Kind::paragraph, Style::crisis_question, bar.question);
  add_link(tree, text, Style::crisis_link, bar.action);
  const NodeId exit = add_link(tree, aside, Style::quick_exit, {bar.quick_exit, bar.quick_exit_url});
  tree.set(exit, Attribute::data_behaviour, "quick-exit");
  tree.set(exit, Attribute::title, bar.quick_exit_hint);
  tree.set(exit, Attribute::data_value, bar.quick_exit_slow + "|" + bar.quick_exit_again);
}

bool is_current(const content::Link& link, const content::Page& page) { return link.href == page_path(page); }

NodeId add_navigation_link(Tree& tree, NodeId item, Style style, const content::Link& link, const content::Page& page) {
  const NodeId id = add_link(tree, item, style, link);
  if (is_current(link, page)) tree.set(id, Flag::current);
  return id;
}

// All items twice: in the bar and under More. The stylesheet shows each in one place only, by the window's width.
void describe_navigation(Tree& tree, NodeId bar, const content::Site& site, const content::Page& page) {
  const NodeId nav = tree.add(bar, Kind::navigation, Style::nav);
  tree.set(nav, Attribute::aria_label, content::word(site, content::WordGroup::words, "navigation"));
  const NodeId list = tree.add(nav, Kind::list, Style::nav_list);
  for (const content::Link& link : site.navigation) {
    add_navigation_link(tree, tree.add(list, Kind::item, Style::nav_item), Style::nav_link, link, page);
  }
  const NodeId more = tree.add(nav, Kind::details, Style::more);
  tree.set(more, Attribute::data_behaviour, "menu");
  const NodeId summary = tree.add(more, Kind::summary, Style::more_summary);
  add_text(tree, summary, Kind::label, Style::more_label, site.words.more);
  add_text(tree, summary, Kind::label, Style::menu_label, site.words.menu);
  add_icon(tree, summary, Style::chevron, "chevron");
  const NodeId panel = tree.add(more, Kind::list, Style::more_panel);
  for (const content::Link& link : site.navigation) {
    add_navigation_link(tree, tree.add(panel, Kind::item, Style::more_item), Style::more_link, link, page);
  }
}

}  // namespace

void describe_header(Tree& tree, const content::Site& site, const content::Page& page) {
  const NodeId header = tree.add(0, Kind::header, Style::header);
  const NodeId bar = tree.add(header, Kind::group, Style::header_bar);
  const NodeId brand = tree.add(bar, Kind::link, Style::brand);
  set_target(tree, brand, "/");
  const NodeId mark =
      add_picture(tree, brand, Style::brand_mark,
                  {.file = "mark.svg", .alt = "", .caption = {}, .credit = {}, .width = 40, .height = 40});
  tree.set(mark, Flag::eager);
  add_text(tree, brand, Kind::label, Style::brand_name, site.name);
  describe_navigation(tree, bar, site, page);
}

void describe_footer(Tree& tree, const content::Site& site) {
  const NodeId footer = tree.add(0, Kind::footer, Style::footer);
  const NodeId columns = tree.add(footer, Kind::group, Style::footer_columns);
  const NodeId about = tree.add(columns, Kind::group, Style::footer_column);
  add_text(tree, about, Kind::paragraph, Style::footer_heading, site.name);
  add_text(tree, about, Kind::paragraph, Style::footer_text, site.footer.about);
  for (const content::FooterColumn& column : site.footer.columns) {
    const NodeId group = tree.add(columns, Kind::group, Style::footer_column);
    add_text(tree, group, Kind::paragraph, Style::footer_heading, column.heading);
    const NodeId list = tree.add(group, Kind::list, Style::footer_list);
    for (const content::Link& link : column.links) {
      add_link(tree, tree.add(list, Kind::item, Style::footer_item), Style::footer_link, link);
    }
  }
  const NodeId legal = tree.add(footer, Kind::group, Style::footer_legal);
  add_text(tree, legal, Kind::paragraph, Style::footer_copyright, site.footer.copyright);
  for (const content::Link& link : site.footer.legal) add_link(tree, legal, Style::footer_button, link);
  const content::Words& words = site.words;
  const std::string theme = words.theme + ": ";
  const NodeId themes = add_button(tree, legal, Style::footer_button, theme + words.theme_system, "theme");
  tree.set(themes, Attribute::data_value,
           theme + words.theme_system + "|" + theme + words.theme_light + "|" + theme + words.theme_dark);
  const NodeId view = add_button(tree, legal, Style::footer_button, words.text_view, "view");
  tree.set(view, Attribute::data_value, words.text_view + "|" + words.painted_view);
  add_button(tree, legal, Style::footer_button, site.consent.change, "consent-change");
}

void describe_consent(Tree& tree, const content::Consent& consent) {
  const NodeId banner = tree.add(0, Kind::aside, Style::consent);
  tree.set(banner, Attribute::aria_label, consent.heading);
  tree.set(banner, Attribute::data_behaviour, "consent");
  tree.set(banner, Flag::hidden);
  const NodeId card = tree.add(banner, Kind::group, Style::consent_card);
  const NodeId text = tree.add(card, Kind::group, Style::consent_text);
  add_text(tree, text, Kind::paragraph, Style::consent_heading, consent.heading);
  add_text(tree, text, Kind::paragraph, Style::consent_body, consent.text);
  // Equal weight: the same look for both, in the order of the words.
  const NodeId actions = tree.add(card, Kind::group, Style::consent_actions);
  add_button(tree, actions, Style::button_secondary, consent.accept, "consent-accept");
  add_button(tree, actions, Style::button_secondary, consent.decline, "consent-decline");
}

NodeId describe_frame(Tree& tree, const content::Site& site, const content::Page& page) {
  tree[0].style = Style::page;
  const NodeId skip = add_link(tree, 0, Style::skip_link, {site.words.skip, "#main"});
  tree.set(skip, Attribute::data_behaviour, "skip");
  describe_crisis_bar(tree, site.crisis_bar);
  describe_header(tree, site, page);
  const NodeId main = tree.add(0, Kind::main, Style::main);
  tree.set(main, Attribute::id, "main");
  describe_footer(tree, site);
  describe_consent(tree, site.consent);
  return main;
}

}  // namespace lacit::describe
