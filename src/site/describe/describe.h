// Content to document tree: one function a section kind, and nothing else knows about sections.
#pragma once

#include <string>
#include <vector>

#include "content/default_words.h"
#include "content/model.h"
#include "document/node.h"

namespace lacit::describe {

using document::Attribute;
using document::Flag;
using document::Kind;
using document::no_node;
using document::NodeId;
using document::Style;
using document::Tree;

/// The whole page: the frame around it first, then the sections of the site's region in order.
[[nodiscard]] Tree describe_page(const content::Site& site, const content::Page& page);

/// Where a page stands: `/` for home, `/about/`, `/404.html`.
[[nodiscard]] std::string page_path(const content::Page& page);

/// What that speaker says about forms, by code.
[[nodiscard]] std::map<std::string, std::string, std::less<>> form_words(const content::Site& site,
                                                                         content::Speaker speaker);

/// What a section's describer works with.
struct SectionContext {
  Tree& tree;
  const content::Site& site;
  NodeId main;                      ///< Parent of the section.
  std::string anchor;               ///< `id` of the section; never empty: headings are labelled by it.
  bool named;                       ///< The editor gave the anchor.
  bool tinted;                      ///< Every other section stands on a tint.
  std::vector<std::string> photos;  ///< Of a gallery: what stands in `#photo=` for each picture (photo_names.h).
};

/// A `<section>` labelled by its heading (ARIA 1.2, region), with heading and lead in it; returns the section.
NodeId begin_section(const SectionContext& context, std::string_view heading, const content::RichText& lead);
/// The same with the heading beside what follows where the window is wide; returns what the content goes into.
NodeId begin_split(const SectionContext& context, std::string_view heading, const content::RichText& lead);
/// Only the `<section>`, labelled by a heading that the caller adds with `heading_id`.
NodeId open_section(const SectionContext& context);
[[nodiscard]] std::string heading_id(const SectionContext& context);
/// A list's honest word while it has nothing in it.
void describe_empty(const SectionContext& context, std::string_view heading, const content::RichText& lead,
                    const content::RichText& word);

void describe(const SectionContext& context, const content::Hero& hero);
void describe(const SectionContext& context, const content::Text& text);
void describe(const SectionContext& context, const content::Benefits& benefits);
void describe(const SectionContext& context, const content::Steps& steps);
void describe(const SectionContext& context, const content::Facts& facts);
void describe(const SectionContext& context, const content::People& people);
void describe(const SectionContext& context, const content::Events& events);
void describe(const SectionContext& context, const content::Directory& directory);
void describe(const SectionContext& context, const content::Faq& faq);
void describe(const SectionContext& context, const content::Gallery& gallery);
void describe(const SectionContext& context, const content::FormSection& form);
void describe(const SectionContext& context, const content::CallToAction& call);

/// Skip link, crisis bar, header, an empty main, footer, consent banner; returns main.
NodeId describe_frame(Tree& tree, const content::Site& site, const content::Page& page);
void describe_header(Tree& tree, const content::Site& site, const content::Page& page);
void describe_footer(Tree& tree, const content::Site& site);
/// The dialog that shows a gallery's pictures large, one for a page with galleries, as the last part of its main. It is
/// hidden and empty until script fills it in (web/lightbox/lightbox.js); `first` is the page's first picture.
void describe_lightbox(Tree& tree, const content::Site& site, NodeId main, const content::Picture& first);
void describe_consent(Tree& tree, const content::Consent& consent);

}  // namespace lacit::describe
