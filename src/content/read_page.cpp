// A page: its address, what search engines show, and its sections in order.
#include "content/read.h"

namespace lacit::content {
namespace {

constexpr std::size_t longest_title = 60;  ///< With the site's name behind it, search engines still show it whole.
constexpr std::size_t shortest_description = 50;  ///< Below, search engines take any sentence of the page instead.
constexpr std::size_t longest_description = 160;  ///< What they show at most.

/// The hero's heading is the page's h1, all others are h2: so the levels are right if heroes stand first and only
/// there.
void check_order(Context& context) {
  for (std::size_t i = 0; i < context.kinds.size(); ++i) {
    const Mention& kind = context.kinds[i];
    const bool hero = kind.text == "hero";
    if (hero == (i == 0) || kind.text.empty()) continue;
    if (hero) {
      context.report(kind.where, "a second hero, whose heading would be a second h1",
                     "make it a text or call_to_action section");
    } else {
      context.report(kind.where, "the first section is no hero, so the page has no h1", "begin with a hero section");
    }
  }
}

}  // namespace

void read_page(Reader& reader, Page& page) {
  static constexpr std::string_view schema[] = {"../schema/page.schema.json"};
  std::string named;
  reader.choice("$schema", named, schema);
  reader.text("slug", page.slug, {.most = 60, .format = &format_of::slug});
  reader.text("title", page.title, {.most = longest_title});
  reader.text("description", page.description, {.most = longest_description, .least = shortest_description});
  reader.flag("listed", page.listed);
  reader.list("sections", page.sections, {.least = 1, .most = 1000}, read_section);
  if (reader.context() == nullptr) return;
  check_order(*reader.context());
  if (!page.slug.empty() && !format_of::slug.advice(page.slug))
    reader.context()->slugs.push_back(reader.mention("slug", page.slug));
  if (!page.title.empty()) reader.context()->titles.push_back(reader.mention("title", page.title));
}

Shape page_shape() {
  Shape shape;
  Reader reader(shape);
  Page page;
  read_page(reader, page);
  return shape;
}

}  // namespace lacit::content
