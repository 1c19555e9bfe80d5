#include "content/site_words.h"

#include "base/places.h"
#include "content/format_rules.h"
#include "content/rich_text.h"

namespace lacit::content {
namespace {

/// «In crisis? Call or text 988.», in the words of the bar over every page.
std::string crisis_sentence(const CrisisBar& bar) {
  if (bar.action.label.empty()) return {};
  const char last = bar.action.label.back();
  const bool ended = last == '.' || last == '!' || last == '?';
  return bar.question + " " + bar.action.label + (ended ? "" : ".");
}

}  // namespace

bool must_give_all_words(const Site& site) {
  // What is no language tag is told of by itself.
  return !is_english(site.language) && !site.language.empty() && !format_of::language.advice(site.language);
}

const OwnWords& own_words(const Site& site, WordGroup group) {
  static const OwnWords none;
  switch (group) {
    case WordGroup::words: return site.words.others;
    case WordGroup::form_words: return site.form_words;
    case WordGroup::dates: return site.dates.words;
    case WordGroup::notices: return site.notices;
    case WordGroup::refusals: return site.refusals;
    case WordGroup::captcha: break;
  }
  return none;
}

std::string word(const Site& site, WordGroup group, std::string_view code) {
  const OwnWords& own = own_words(site, group);
  const auto found = own.find(code);
  return base::filled(found != own.end() ? std::string_view(found->second) : english(group, code),
                      {{"crisis", crisis_sentence(site.crisis_bar)}});
}

std::string month_name(const Site& site, int month) {
  const auto at = static_cast<std::size_t>(month - 1);
  return site.dates.months.size() == 12 ? site.dates.months[at] : std::string(english_months()[at]);
}

RichText captcha_notice(const Site& site) {
  if (!site.captcha || site.captcha->provider != "recaptcha") return {};
  if (!site.captcha->notice.empty()) return site.captcha->notice;
  return parse_rich_text(english(WordGroup::captcha, "notice")).text;
}

}  // namespace lacit::content
