// The check against spam by a provider: nothing is loaded from it before the visitor has pressed a button that says so.
#include "describe/form_parts.h"

namespace lacit::describe {
namespace {

/// Google's own sentence, with its links, as the site had it before.
content::RichText recaptcha_notice() {
  return {{.text = "This site is protected by reCAPTCHA and the Google "},
          {.text = "Privacy Policy", .href = "https://policies.google.com/privacy"},
          {.text = " and "},
          {.text = "Terms of Service", .href = "https://policies.google.com/terms"},
          {.text = " apply."}};
}

}  // namespace

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
  if (context.site.captcha->provider != "recaptcha") return;
  add_rich(tree, card, Kind::paragraph, Style::field_hint, recaptcha_notice());
}

}  // namespace lacit::describe
