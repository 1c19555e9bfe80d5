// The lightbox: a dialog that is in the page from the start, hidden. Script fills it in and opens it.
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {
namespace {

void name(Tree& tree, NodeId node, std::string_view behaviour) { tree.set(node, Attribute::data_behaviour, behaviour); }

/// Seen as an icon; its words are heard, and translated with the page.
void add_face(Tree& tree, NodeId control, std::string_view icon, std::string_view word) {
  add_icon(tree, control, Style::lightbox_icon, icon);
  add_text(tree, control, Kind::label, Style::lightbox_word, word);
}

void add_icon_button(Tree& tree, NodeId parent, std::string_view icon, std::string_view word,
                     std::string_view behaviour) {
  const NodeId button = tree.add(parent, Kind::button, Style::lightbox_button);
  tree.set(button, Attribute::type, "button");
  name(tree, button, behaviour);
  add_face(tree, button, icon, word);
}

void add_tools(Tree& tree, NodeId box, const content::GalleryWords& words, std::string_view file) {
  const NodeId tools = tree.add(box, Kind::group, Style::lightbox_tools);
  add_icon_button(tree, tools, "share", words.share, "lightbox-share");
  const NodeId download = tree.add(tools, Kind::link, Style::lightbox_button);
  tree.set(download, Attribute::href, file);
  name(tree, download, "lightbox-download");
  add_face(tree, download, "download", words.download);
}

/// Where the picture goes, and what stands there when it does not come.
void add_stage(Tree& tree, NodeId box, const content::GalleryWords& words) {
  const NodeId stage = tree.add(box, Kind::group, Style::lightbox_stage);
  name(tree, stage, "lightbox-stage");
  const NodeId failed = tree.add(stage, Kind::group, Style::lightbox_failed);
  name(tree, failed, "lightbox-failed");
  tree.set(failed, Flag::hidden);
  name(tree, tree.add(failed, Kind::paragraph, Style::lightbox_alt), "lightbox-alt");
  add_text(tree, failed, Kind::paragraph, Style::lightbox_text, words.failed);
  const NodeId again = add_text(tree, failed, Kind::button, Style::lightbox_again, words.again);
  tree.set(again, Attribute::type, "button");
  name(tree, again, "lightbox-again");
}

/// What changes without focus moving there (WCAG 4.1.3). The page's own live region is out of reach of a modal dialog.
NodeId add_status(Tree& tree, NodeId box, Style style, std::string_view behaviour) {
  const NodeId status = tree.add(box, Kind::paragraph, style);
  tree.set(status, Flag::live);
  name(tree, status, behaviour);
  return status;
}

}  // namespace

void describe_lightbox(Tree& tree, const content::Site& site, NodeId main, const content::Picture& first) {
  const content::GalleryWords& words = site.gallery_words;
  const NodeId box = tree.add(main, Kind::dialog, Style::lightbox);
  name(tree, box, "lightbox");
  tree.set(box, Flag::hidden);
  tree.set(box, Attribute::aria_labelledby, "lightbox-count lightbox-caption");
  const NodeId count = tree.add(box, Kind::paragraph, Style::lightbox_count);
  tree.set(count, Attribute::id, "lightbox-count");
  tree.set(count, Attribute::data_value, words.count);
  // Whoever must leave at once must not have to close a picture first: the page's own link is out of reach.
  const content::CrisisBar& bar = site.crisis_bar;
  const NodeId exit = add_link(tree, box, Style::lightbox_exit, {bar.quick_exit, bar.quick_exit_url});
  name(tree, exit, "quick-exit");
  tree.set(exit, Attribute::title, bar.quick_exit_hint);
  add_tools(tree, box, words, first.file);
  add_icon_button(tree, box, "close", words.close, "lightbox-close");
  add_stage(tree, box, words);
  add_icon_button(tree, box, "chevron", words.previous, "lightbox-previous");
  add_icon_button(tree, box, "chevron", words.next, "lightbox-next");
  tree.set(tree.add(box, Kind::paragraph, Style::lightbox_caption), Attribute::id, "lightbox-caption");
  tree.set(add_status(tree, box, Style::lightbox_note, "lightbox-note"), Attribute::data_value, words.copied);
  add_status(tree, box, Style::lightbox_said, "lightbox-said");
}

}  // namespace lacit::describe
