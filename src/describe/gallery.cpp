// Pictures with captions; each opens the picture itself, large in the lightbox where script runs.
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {
namespace {

/// What stands in `#photo=`: the file's name without its ending.
std::string_view stem(std::string_view file) { return file.substr(0, file.find_last_of('.')); }

}  // namespace

void describe(const SectionContext& context, const content::Gallery& gallery) {
  Tree& tree = context.tree;
  const NodeId section = begin_section(context, gallery.heading, gallery.lead);
  const NodeId grid = tree.add(section, Kind::group, Style::gallery_grid);
  tree.set(grid, Attribute::data_behaviour, "gallery");
  for (const content::Picture& picture : gallery.pictures) {
    const NodeId figure = tree.add(grid, Kind::figure, Style::figure);
    const NodeId link = tree.add(figure, Kind::link, Style::gallery_link);
    tree.set(link, Attribute::href, picture.file);
    tree.set(link, Attribute::data_behaviour, "photo");
    tree.set(link, Attribute::data_value, stem(picture.file));
    add_picture(tree, link, Style::gallery_image, picture);
    std::string caption = picture.caption;
    if (!picture.credit.empty()) caption += (caption.empty() ? "" : " · ") + picture.credit;
    if (!caption.empty()) add_text(tree, figure, Kind::caption, Style::caption, caption);
  }
}

}  // namespace lacit::describe
