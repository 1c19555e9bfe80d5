// The check against spam by a provider: nothing is loaded from it before the visitor has pressed a button that says so.
#include "content/site_words.h"
#include "describe/form_parts.h"

namespace lacit::describe {
void describe_captcha(const SectionContext& context, NodeId card) {
  if (!context.site.captcha) return;
  Tree& tree = context.tree;
  const NodeId box = tree.add(card, Kind::group, Style::sending);
  tree.set(box, Flag::hidden);
  tree.set(box, Attribute::data_behaviour, "form-captcha");
  add_text(tree, box, Kind::paragraph, Style::sending_text, form_word(context.site, "captcha_ask"));
  const NodeId actions = tree.add(box, Kind::group, Style::actions);
  add_button(tree, actions, Style::button_primary, form_word(context.site, "captcha_load"), "form-captcha-load");
  add_button(tree, actions, Style::button_secondary, form_word(context.site, "captcha_without"),
             "form-captcha-without");
  const content::RichText notice = content::captcha_notice(context.site);
  if (!notice.empty()) add_rich(tree, card, Kind::paragraph, Style::field_hint, notice);
}

}  // namespace lacit::describe
