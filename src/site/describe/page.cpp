#include <iterator>
#include <string>
#include <vector>

#include "describe/builder.h"
#include "describe/describe.h"
#include "describe/photo_names.h"

namespace lacit::describe {
namespace {

bool shows(const content::Site& site, const content::Section& section) {
  return section.region.empty() || section.region == site.region;
}

// Bands alternate so that sections part without lines; heroes and closings bring their own ground.
bool may_be_tinted(const content::Section& section) {
  return !std::holds_alternative<content::Hero>(section.body) &&
         !std::holds_alternative<content::CallToAction>(section.body);
}

/// Takes from all the page's names those of a gallery, which come next.
std::vector<std::string> take_photos(std::vector<std::string>& names, const content::Section& section) {
  const auto* gallery = std::get_if<content::Gallery>(&section.body);
  if (gallery == nullptr) return {};
  const auto end = names.begin() + static_cast<std::ptrdiff_t>(gallery->pictures.size());
  std::vector<std::string> taken(std::make_move_iterator(names.begin()), std::make_move_iterator(end));
  names.erase(names.begin(), end);
  return taken;
}

std::vector<std::string> photos_of(const content::Site& site, const content::Page& page) {
  std::vector<std::string> files;
  for (const content::Section& section : page.sections) {
    const auto* gallery = std::get_if<content::Gallery>(&section.body);
    if (gallery == nullptr || !shows(site, section)) continue;
    for (const content::Picture& picture : gallery->pictures) files.push_back(picture.file);
  }
  return photo_names(files);
}

}  // namespace

std::string page_path(const content::Page& page) {
  if (page.slug == "home") return "/";
  if (page.slug == "404") return "/404.html";
  return "/" + page.slug + "/";
}

std::string heading_id(const SectionContext& context) { return context.anchor + "-heading"; }

NodeId open_section(const SectionContext& context) {
  Tree& tree = context.tree;
  const NodeId section = tree.add(context.main, Kind::section, context.tinted ? Style::section_tint : Style::section);
  if (context.named) tree.set(section, Attribute::id, context.anchor);
  return section;
}

namespace {

void add_intro(const SectionContext& context, NodeId section, NodeId parent, std::string_view heading,
               const content::RichText& lead) {
  Tree& tree = context.tree;
  tree.set(section, Attribute::aria_labelledby, heading_id(context));
  const NodeId intro = tree.add(parent, Kind::group, Style::intro);
  tree.set(add_heading(tree, intro, Style::heading, 2, heading), Attribute::id, heading_id(context));
  if (!lead.empty()) add_rich(tree, intro, Kind::paragraph, Style::lead, lead);
}

}  // namespace

NodeId begin_section(const SectionContext& context, std::string_view heading, const content::RichText& lead) {
  const NodeId section = open_section(context);
  if (!heading.empty()) add_intro(context, section, section, heading, lead);
  return section;
}

NodeId begin_split(const SectionContext& context, std::string_view heading, const content::RichText& lead) {
  const NodeId section = open_section(context);
  if (heading.empty()) return section;
  const NodeId split = context.tree.add(section, Kind::group, Style::split);
  add_intro(context, section, split, heading, lead);
  return split;
}

void describe_empty(const SectionContext& context, std::string_view heading, const content::RichText& lead,
                    const content::RichText& word) {
  Tree& tree = context.tree;
  const NodeId empty = tree.add(begin_split(context, heading, lead), Kind::group, Style::empty);
  add_rich(tree, empty, Kind::paragraph, Style::paragraph, word);
}

Tree describe_page(const content::Site& site, const content::Page& page) {
  Tree tree;
  const NodeId main = describe_frame(tree, site, page);
  bool tinted = true;
  const content::Gallery* gallery = nullptr;
  std::vector<std::string> photos = photos_of(site, page);
  int number = 0;
  for (const content::Section& section : page.sections) {
    if (!shows(site, section)) continue;
    ++number;
    if (may_be_tinted(section)) tinted = !tinted;
    const bool named = !section.anchor.empty();
    const SectionContext context{tree,
                                 site,
                                 main,
                                 named ? section.anchor : "section-" + std::to_string(number),
                                 named,
                                 tinted && may_be_tinted(section),
                                 take_photos(photos, section)};
    if (gallery == nullptr) gallery = std::get_if<content::Gallery>(&section.body);
    std::visit([&context](const auto& body) { describe(context, body); }, section.body);
    if (!section.language.empty()) tree.set(tree[main].last_child, Attribute::lang, section.language);
  }
  if (gallery != nullptr) describe_lightbox(tree, site, main, gallery->pictures.front());
  return tree;
}

}  // namespace lacit::describe
