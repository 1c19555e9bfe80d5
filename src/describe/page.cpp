#include <string>

#include "describe/builder.h"
#include "describe/describe.h"

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

}  // namespace

std::string page_path(const content::Page& page) {
  if (page.slug == "home") return "/";
  if (page.slug == "404") return "/404.html";
  return "/" + page.slug + "/";
}

NodeId begin_section(const SectionContext& context, Style style, std::string_view heading,
                     const content::RichText& lead) {
  Tree& tree = context.tree;
  const NodeId section = tree.add(context.main, Kind::section, style);
  if (context.named) tree.set(section, Attribute::id, context.anchor);
  if (heading.empty()) return section;
  const std::string label = context.anchor + "-heading";
  tree.set(section, Attribute::aria_labelledby, label);
  const NodeId intro = tree.add(section, Kind::group, Style::intro);
  tree.set(add_heading(tree, intro, Style::heading, 2, heading), Attribute::id, label);
  if (!lead.empty()) add_rich(tree, intro, Kind::paragraph, Style::lead, lead);
  return section;
}

Tree describe_page(const content::Site& site, const content::Page& page) {
  Tree tree;
  const NodeId main = describe_frame(tree, site, page);
  bool tinted = true;
  int number = 0;
  for (const content::Section& section : page.sections) {
    if (!shows(site, section)) continue;
    ++number;
    if (may_be_tinted(section)) tinted = !tinted;
    const bool named = !section.anchor.empty();
    const SectionContext context{tree,  site,  main, named ? section.anchor : "section-" + std::to_string(number),
                                 named, tinted};
    std::visit([&context](const auto& body) { describe(context, body); }, section.body);
  }
  return tree;
}

}  // namespace lacit::describe
