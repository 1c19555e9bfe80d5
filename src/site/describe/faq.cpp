// Questions that open their answers (HTML 4.11.1, details).
#include "describe/builder.h"
#include "describe/describe.h"

namespace lacit::describe {

void describe(const SectionContext& context, const content::Faq& faq) {
  Tree& tree = context.tree;
  const NodeId list = tree.add(begin_split(context, faq.heading, faq.lead), Kind::group, Style::faq_list);
  for (const content::Question& question : faq.questions) {
    const NodeId item = tree.add(list, Kind::details, Style::faq_item);
    const NodeId summary = tree.add(item, Kind::summary, Style::faq_question);
    add_text(tree, summary, Kind::label, Style::faq_label, question.question);
    add_icon(tree, summary, Style::chevron, "chevron");
    const NodeId answer = tree.add(item, Kind::group, Style::faq_answer);
    for (const content::RichText& paragraph : question.answer) {
      add_rich(tree, answer, Kind::paragraph, Style::card_text, paragraph);
    }
  }
}

}  // namespace lacit::describe
