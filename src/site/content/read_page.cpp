// A page: its address, what search engines show, and its sections in order.
#include "content/read.h"

namespace lacit::content {
namespace {

constexpr std::size_t longest_title = 60;  ///< With the site's name behind it, search engines still show it whole.
constexpr std::size_t shortest_description = 50;  ///< Below, search engines take any sentence of the page instead.
constexpr std::size_t longest_description = 160;  ///< What they show at most.

}  // namespace

void read_page(Reader& reader, Page& page) {
  static constexpr std::string_view schema[] = {"../schema/page.schema.json"};
  std::string named;
  reader.choice("$schema", named, schema);
  reader.text("slug", page.slug, {.most = 60, .format = &format_of::slug});
  reader.text("title", page.title, {.most = longest_title, .painted = false});
  reader.text("description", page.description,
              {.most = longest_description, .least = shortest_description, .painted = false});
  reader.flag("listed", page.listed);
  reader.list("sections", page.sections, {.least = 1, .most = 1000}, read_section);
  if (reader.context() == nullptr) return;
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
