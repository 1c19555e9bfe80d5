// Pictures with captions; each opens the picture itself, large in the lightbox where script runs.
#include "describe/builder.h"
#include "describe/describe.h"
#include "document/row_ratio.h"

namespace lacit::describe {
namespace {

/// Many pictures come in parts that views can leave for later. 60 divides by 1 to 6, so that rows of pictures of one
/// shape are full at a part's end.
constexpr std::size_t part_size = 60;

/// HTML 4.8.4.2.2: about how wide it will be, which browsers want to know before there is a layout. Rows are a little
/// higher than their least height; on phones, wide pictures have one to themselves.
std::string sizes_of(const content::Picture& picture) {
  const int percent = document::row_ratio_percent(picture.width, picture.height);
  const document::PerWidth<float>& least = document::rule(Style::gallery_grid).row_height;
  const auto pixels = [&](document::Width width) {
    return std::to_string(static_cast<int>(least[width] * 1.15F * static_cast<float>(percent) / 100)) + "px,";
  };
  return "(min-width:1024px) " + pixels(document::Width::wide) + "(min-width:640px) " +
         pixels(document::Width::medium) + (percent < 80 ? "50vw" : "100vw");
}

void add_figure(Tree& tree, NodeId grid, const content::Picture& picture, std::string_view name) {
  const NodeId figure = tree.add(grid, Kind::figure, Style::figure);
  const NodeId link = tree.add(figure, Kind::link, Style::gallery_link);
  tree.set(link, Attribute::href, picture.file);
  tree.set(link, Attribute::data_behaviour, "photo");
  tree.set(link, Attribute::data_value, name);
  tree.set(add_picture(tree, link, Style::gallery_image, picture), Attribute::sizes, sizes_of(picture));
  std::string caption = picture.caption;
  if (!picture.credit.empty()) caption += (caption.empty() ? "" : " · ") + picture.credit;
  if (!caption.empty()) add_text(tree, figure, Kind::caption, Style::caption, caption);
}

}  // namespace

void describe(const SectionContext& context, const content::Gallery& gallery) {
  Tree& tree = context.tree;
  const NodeId section = begin_section(context, gallery.heading, gallery.lead);
  const std::vector<content::Picture>& pictures = gallery.pictures;
  const bool one = pictures.size() <= part_size;
  NodeId grid = tree.add(section, Kind::group, one ? Style::gallery_grid : Style::gallery_parts);
  tree.set(grid, Attribute::data_behaviour, "gallery");
  const NodeId parts = grid;
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    if (!one && i % part_size == 0) grid = tree.add(parts, Kind::group, Style::gallery_part);
    add_figure(tree, grid, pictures[i], context.photos[i]);
  }
}

}  // namespace lacit::describe
