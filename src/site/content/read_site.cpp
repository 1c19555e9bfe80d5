// The site as a whole: its name, its frame around the pages, and the words of that frame.
#include "content/read.h"
#include "content/read_words.h"

namespace lacit::content {
namespace {

void read_crisis_bar(Reader& reader, CrisisBar& bar) {
  reader.text("question", bar.question, {.most = 60});
  reader.object("action", bar.action, read_link);
  reader.text("quick_exit", bar.quick_exit, {.most = 40});
  reader.text("quick_exit_url", bar.quick_exit_url, {.most = 500, .format = &format_of::https});
  reader.text("quick_exit_hint", bar.quick_exit_hint, {.most = 200});
  reader.text("quick_exit_slow", bar.quick_exit_slow, {.most = 120});
  reader.text("quick_exit_again", bar.quick_exit_again, {.most = 60});
}

void read_column(Reader& reader, FooterColumn& column) {
  reader.text("heading", column.heading, {.most = 40});
  reader.list("links", column.links, {.least = 1, .most = 12}, read_link);
}

void read_footer(Reader& reader, Footer& footer) {
  reader.text("about", footer.about, {.most = 300});
  reader.list("columns", footer.columns, {.least = 1, .most = 4}, read_column);
  reader.text("copyright", footer.copyright, {.most = 120});
  reader.list("legal", footer.legal, {.least = 1, .most = 8}, read_link);
}

void read_consent(Reader& reader, Consent& consent) {
  reader.text("heading", consent.heading, {.most = 80});
  reader.text("text", consent.text, {.most = 600});
  reader.text("accept", consent.accept, {.most = 30});
  reader.text("decline", consent.decline, {.most = 30});
  reader.text("change", consent.change, {.most = 40});
}

void read_words(Reader& reader, Words& words) {
  const TextRule label{.most = label_length};
  reader.text("skip", words.skip, label);
  reader.text("menu", words.menu, label);
  reader.text("more", words.more, label);
  reader.text("text_view", words.text_view, label);
  reader.text("painted_view", words.painted_view, label);
  reader.text("theme", words.theme, label);
  reader.text("theme_light", words.theme_light, label);
  reader.text("theme_dark", words.theme_dark, label);
  reader.text("theme_system", words.theme_system, label);
  reader.text("source", words.source, label);
  reader.text("filter_none", words.filter_none, {.most = 160});
  static constexpr std::string_view counts[] = {"{n}", "{total}"};
  read_counting(reader, "filter_count", words.filter_count, counts);
  reader.text("illustration", words.illustration, label);
  reader.text("required", words.required, label);
  reader.text("add_to_calendar", words.add_to_calendar, label);
  read_own_words<WordGroup::words>(reader, words.others);
}

void read_gallery_words(Reader& reader, GalleryWords& words) {
  const TextRule label{.most = label_length};
  reader.text("next", words.next, label);
  reader.text("previous", words.previous, label);
  reader.text("close", words.close, label);
  reader.text("share", words.share, label);
  reader.text("download", words.download, label);
  static constexpr std::string_view numbers[] = {"{number}", "{count}"};
  read_counting(reader, "count", words.count, numbers);
  reader.text("copied", words.copied, label);
  reader.text("failed", words.failed, {.most = 120});
  reader.text("again", words.again, label);
}

void read_captcha(Reader& reader, Captcha& captcha) {
  static constexpr std::string_view providers[] = {"recaptcha", "hcaptcha", "turnstile"};
  reader.choice("provider", captcha.provider, providers);
  reader.text("site_key", captcha.site_key, {.most = 100});
  reader.rich("notice", captcha.notice, {.most = lead_length, .need = Need::optional});
}

}  // namespace

void read_site(Reader& reader, Site& site) {
  static constexpr std::string_view schema[] = {"schema/site.schema.json"};
  std::string named;
  reader.choice("$schema", named, schema);
  reader.text("name", site.name, {.most = 40});
  reader.text("url", site.url, {.most = 200, .format = &format_of::origin});
  reader.text("language", site.language, {.most = 35, .format = &format_of::language});
  reader.text("region", site.region, {.most = 60, .format = &format_of::slug});
  if (reader.context() != nullptr) reader.context()->own_region = reader.mention("region", site.region);
  reader.text("description", site.description, {.most = 200, .least = 50, .painted = false});
  reader.text("donate_url", site.donate_url, {.most = 500, .need = Need::optional, .format = &format_of::https});
  reader.object("theme", site.theme, read_theme);
  reader.list("navigation", site.navigation, {.least = 1, .most = 16}, read_link);
  reader.object("crisis_bar", site.crisis_bar, read_crisis_bar);
  reader.object("footer", site.footer, read_footer);
  reader.object("consent", site.consent, read_consent);
  reader.object("words", site.words, read_words);
  reader.object("gallery_words", site.gallery_words, read_gallery_words);
  reader.map("forms", site.forms, format_of::field_name, read_form);
  reader.object("form_words", site.form_words, read_own_words<WordGroup::form_words>, Need::optional);
  reader.object("dates", site.dates, read_dates, Need::optional);
  reader.object("notices", site.notices, read_own_words<WordGroup::notices>, Need::optional);
  reader.object("refusals", site.refusals, read_own_words<WordGroup::refusals>, Need::optional);
  reader.object("captcha", site.captcha, read_captcha);
  check_all_given(reader, site);
}

Shape site_shape() {
  Shape shape;
  Reader reader(shape);
  Site site;
  read_site(reader, site);
  return shape;
}

}  // namespace lacit::content
