// Pictures with captions; each opens the picture itself.
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {

void describe(const SectionContext& context, const content::Gallery& gallery) {
  Tree& tree = context.tree;
  const NodeId section = begin_section(context, gallery.heading, gallery.lead);
  const NodeId grid = tree.add(section, Kind::group, Style::gallery_grid);
  for (const content::Picture& picture : gallery.pictures) {
    const NodeId figure = tree.add(grid, Kind::figure, Style::figure);
    const NodeId link = tree.add(figure, Kind::link, Style::gallery_link);
    tree.set(link, Attribute::href, picture.file);
    add_picture(tree, link, Style::gallery_image, picture);
    std::string caption = picture.caption;
    if (!picture.credit.empty()) caption += (caption.empty() ? "" : " · ") + picture.credit;
    if (!caption.empty()) add_text(tree, figure, Kind::caption, Style::caption, caption);
  }
}

}  // namespace lacit::describe
