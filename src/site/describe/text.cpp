// Running text: paragraphs, a list, a note set apart, sources.
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {

void describe(const SectionContext& context, const content::Text& text) {
  Tree& tree = context.tree;
  const NodeId prose = tree.add(begin_split(context, text.heading, text.lead), Kind::group, Style::prose);
  for (const content::RichText& paragraph : text.body) {
    add_rich(tree, prose, Kind::paragraph, Style::paragraph, paragraph);
  }
  if (!text.points.empty()) {
    const NodeId list = tree.add(prose, Kind::list, Style::dot_list);
    for (const content::RichText& point : text.points) add_rich(tree, list, Kind::item, Style::dot_item, point);
  }
  if (!text.note.empty()) {
    const NodeId note = tree.add(prose, Kind::group, Style::note);
    add_rich(tree, note, Kind::paragraph, Style::note_text, text.note);
  }
  add_sources(tree, prose, context.site.words.source, text.sources);
}

}  // namespace lacit::describe
