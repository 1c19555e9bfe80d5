// The site as a whole: its name, its frame around the pages, and the words of that frame.
#include "content/read.h"
#include "forms/words.h"

namespace lacit::content {
namespace {

void read_crisis_bar(Reader& reader, CrisisBar& bar) {
  reader.text("question", bar.question, {.most = 60});
  reader.object("action", bar.action, read_link);
  reader.text("quick_exit", bar.quick_exit, {.most = 40});
  reader.text("quick_exit_url", bar.quick_exit_url, {.most = 500, .format = &format_of::https});
  reader.text("quick_exit_hint", bar.quick_exit_hint, {.most = 200});
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

/// A text with a place for a number that the program fills in.
void read_counting(Reader& reader, std::string_view key, std::string& out, std::span<const std::string_view> places) {
  reader.text(key, out, {.most = label_length});
  for (const std::string_view place : places) {
    if (reader.context() == nullptr || out.empty() || out.find(place) != std::string::npos) continue;
    reader.report(key, "no place for a number", "write " + std::string(place) + " where it belongs");
  }
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

/// A word must keep the places that are filled in: a sentence about a file without its name helps nobody.
void check_places(Reader& reader, const forms::Word& word, std::string_view text) {
  for (std::size_t at = word.english.find('{'); at != std::string_view::npos; at = word.english.find('{', at + 1)) {
    const std::string place(word.english.substr(at, word.english.find('}', at) + 1 - at));
    if (text.find(place) != std::string_view::npos) continue;
    reader.report(word.code, "no place for " + place, "write " + place + " where it belongs");
  }
}

void read_form_words(Reader& reader, FormWords& words) {
  for (const forms::Word& word : forms::words()) {
    std::string text;
    reader.text(word.code, text, {.most = 240, .need = Need::optional});
    if (text.empty()) continue;
    check_places(reader, word, text);
    words[std::string(word.code)] = std::move(text);
  }
}

void read_captcha(Reader& reader, Captcha& captcha) {
  static constexpr std::string_view providers[] = {"recaptcha", "hcaptcha", "turnstile"};
  reader.choice("provider", captcha.provider, providers);
  reader.text("site_key", captcha.site_key, {.most = 100});
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
  reader.text("description", site.description, {.most = 200, .least = 50});
  reader.text("donate_url", site.donate_url, {.most = 500, .need = Need::optional, .format = &format_of::https});
  reader.object("theme", site.theme, read_theme);
  reader.list("navigation", site.navigation, {.least = 1, .most = 16}, read_link);
  reader.object("crisis_bar", site.crisis_bar, read_crisis_bar);
  reader.object("footer", site.footer, read_footer);
  reader.object("consent", site.consent, read_consent);
  reader.object("words", site.words, read_words);
  reader.object("gallery_words", site.gallery_words, read_gallery_words);
  reader.map("forms", site.forms, format_of::field_name, read_form);
  reader.object("form_words", site.form_words, read_form_words, Need::optional);
  reader.object("captcha", site.captcha, read_captcha);
}

Shape site_shape() {
  Shape shape;
  Reader reader(shape);
  Site site;
  read_site(reader, site);
  return shape;
}

}  // namespace lacit::content
