// What visitors read comes from site.json: in English it may be left out, in another language nothing may.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>

#include "base/places.h"
#include "content/rich_text.h"
#include "content/site_words.h"
#include "unit/site/content/fixtures.h"
#include "unit/support/pages.h"
#include "unit/support/paths.h"

using namespace lacit;
using content::WordGroup;

namespace {

constexpr std::array groups{WordGroup::words, WordGroup::form_words, WordGroup::captcha,
                            WordGroup::dates, WordGroup::notices,    WordGroup::refusals};

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t number = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++number;
  return number;
}

std::string problems_in(const std::string& before, const std::string& after) {
  return tests::problems_of(tests::good_but("site.json", before, after));
}

/// The good site's `words` group stands before whatever a test adds.
std::string with_group(const std::string& group) {
  return problems_in("\"gallery_words\": {", group + ",\n  \"gallery_words\": {");
}

/// Without its places: `{hour2}` holds no number that a visitor reads.
std::string without_places(std::string_view text) {
  std::string plain;
  std::size_t done = 0;
  std::size_t at = 0;
  for (std::string_view place = base::next_place(text, at); !place.empty(); place = base::next_place(text, at)) {
    plain += text.substr(done, at - place.size() - done);
    done = at;
  }
  return plain += text.substr(done);
}

}  // namespace

TEST_CASE("11.C15: no default names an organisation or holds a number") {
  for (const WordGroup group : groups) {
    CAPTURE(content::key_of(group));
    REQUIRE_FALSE(content::default_words(group).empty());
    for (const content::DefaultWord& word : content::default_words(group)) {
      CAPTURE(word.english);
      CHECK_FALSE(word.english.empty());
      const std::string text = without_places(word.english);
      CHECK(std::none_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; }));
      CHECK_FALSE(contains(text, "CIT"));
      CHECK_FALSE(contains(text, "Louisiana"));
    }
  }
}

TEST_CASE("11.C15: the schema tells editors each default, word by word") {
  const std::string schema =
      tests::read_bytes(tests::tests_folder().parent_path() / "content" / "schema" / "site.schema.json");
  for (const WordGroup group : groups) {
    for (const content::DefaultWord& word : content::default_words(group)) {
      CAPTURE(word.english);
      CHECK(contains(schema, "In English: «" + std::string(word.english) + "»"));
    }
  }
}

TEST_CASE("11.C15: an English site gets the defaults, with its own crisis line in them, and its own words over them") {
  content::Site site = tests::good_content().site;
  CHECK(content::word(site, WordGroup::form_words, "thanks_text") ==
        "Your message was stored. Its reference is {reference}. In crisis? Call or text 988.");
  CHECK(contains(content::word(site, WordGroup::refusals, "no_forms"), "copy. In crisis? Call or text 988."));
  CHECK(content::word(site, WordGroup::words, "navigation") == "Main");
  site.crisis_bar.question = "Need somebody?";
  site.crisis_bar.action.label = "Ring 116 123!";
  CHECK(contains(content::word(site, WordGroup::form_words, "thanks_text"), ". Need somebody? Ring 116 123!"));
  site.form_words["thanks_text"] = "Kept as {reference}.";
  CHECK(content::word(site, WordGroup::form_words, "thanks_text") == "Kept as {reference}.");
}

TEST_CASE("11.C15: a site in another language is told each word that it has not got, and what that says in English") {
  const std::string problems = problems_in("\"language\": \"en-US\"", "\"language\": \"es\"");
  CHECK(contains(problems,
                 "the words \"form_words/sending\" are missing, and the site is in es; write there what "
                 "«Sending your message…» says"));
  for (const char* name : {"words/navigation", "form_words/trap", "dates/months", "dates/date", "dates/in_zone",
                           "dates/before_noon", "notices/heading", "refusals/not_found", "refusals/no_forms"}) {
    CAPTURE(name);
    // Twelve-hour times are English ones: whoever writes others needs no words for the halves of the day.
    const bool needed = std::string_view(name) != "dates/before_noon";
    CHECK(contains(problems, "\"" + std::string(name) + "\" are missing") == needed);
  }
  CHECK(contains(problems, "the time zone America/Chicago has no name in the site's language"));
  CHECK_FALSE(contains(problems, "captcha"));
  CHECK(count(problems, "form_words/") == content::default_words(WordGroup::form_words).size() - 6);
  for (const char* language : {"en", "en-GB", "en-US"}) {
    CAPTURE(language);
    CHECK(problems_in("\"language\": \"en-US\"", "\"language\": \"" + std::string(language) + "\"").empty());
  }
  CHECK(count(problems_in("\"language\": \"en-US\"", "\"language\": \"enm\""), " are missing") > 50);
}

TEST_CASE("11.C15: what a captcha says is missing where the site has one") {
  const std::string captcha =
      "\"captcha\": {\"provider\": \"recaptcha\", \"site_key\": \"k\"},\n  \"language\": \"fr\"";
  const std::string problems = problems_in("\"language\": \"en-US\"", captcha);
  for (const char* name : {"form_words/captcha_ask", "form_words/captcha_down", "captcha/notice"}) {
    CHECK(contains(problems, "\"" + std::string(name) + "\" are missing"));
  }
  const std::string own = problems_in("\"language\": \"en-US\"",
                                      "\"captcha\": {\"provider\": \"recaptcha\", \"site_key\": \"k\", \"notice\": "
                                      "\"Voir [Google](https://g.example/).\"}"
                                      ",\n  \"language\": \"fr\"");
  CHECK_FALSE(contains(own, "captcha/notice"));
  CHECK_FALSE(contains(problems_in("\"language\": \"en-US\"",
                                   "\"captcha\": {\"provider\": \"hcaptcha\", \"site_key\": \"k\"},\n"
                                   "  \"language\": \"fr\""),
                       "captcha/notice"));
}

TEST_CASE("11.C15: the notice below a form is reCAPTCHA's, in English or in the site's words") {
  content::Site site;
  CHECK(content::captcha_notice(site).empty());
  site.captcha = {.provider = "recaptcha", .site_key = "k"};
  const content::RichText english = content::captcha_notice(site);
  CHECK(content::plain(english) ==
        "This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.");
  CHECK(std::count_if(english.begin(), english.end(), [](const content::Span& span) { return !span.href.empty(); }) ==
        2);
  site.captcha->notice = {{.text = "Protegido por reCAPTCHA."}};
  CHECK(content::plain(content::captcha_notice(site)) == "Protegido por reCAPTCHA.");
  site.captcha->provider = "turnstile";
  CHECK(content::captcha_notice(site).empty());
}

TEST_CASE("11.C15: words must keep their places, and have no other") {
  CHECK(contains(with_group("\"form_words\": {\"attached\": \"It was attached.\"}"),
                 "/form_words/attached: no place for {name}; write {name} where it belongs"));
  CHECK(contains(with_group("\"form_words\": {\"remove\": \"Remove {name}\"}"),
                 "/form_words/remove: nothing is filled in for {name}; write plain words"));
  CHECK(contains(with_group("\"form_words\": {\"file_large\": \"{name} {size} {sise}\"}"),
                 "nothing is filled in for {sise}; the places here are {name}, {size}"));
  CHECK(with_group("\"form_words\": {\"thanks_text\": \"Kept as {reference}. Call 112.\"}").empty());
  CHECK(with_group("\"refusals\": {\"no_forms\": \"Not sent. {crisis} {crisis}\"}").empty());
  CHECK(contains(with_group("\"refusals\": {\"failed\": \"Not now. {crisis}\"}"), "nothing is filled in for {crisis}"));
  CHECK(contains(with_group("\"notices\": {\"heading\": \"" + std::string(241, 'x') + "\"}"), "240 are the limit"));
  CHECK(contains(with_group("\"refusals\": {\"not-found\": \"Gone.\"}"), "did you mean \"not_found\"?"));
  CHECK(contains(problems_in("{n} of {total} shown", "{n} of {total} in {place}"), "nothing is filled in for {place}"));
}

TEST_CASE("11.C15: dates need twelve months, an hour, and the half of the day where hours are twelve") {
  CHECK(
      contains(with_group("\"dates\": {\"months\": [\"a\", \"b\"]}"), "the list has 2 of 12 months; name all twelve"));
  CHECK(contains(with_group("\"dates\": {\"time\": \"{minute}\"}"), "no place for the hour"));
  CHECK(contains(with_group("\"dates\": {\"time\": \"{hour12}:{minute}\"}"), "no place for the half of the day"));
  CHECK(contains(with_group("\"dates\": {\"time\": \"{hour2}\"}"), "no place for {minute}"));
  CHECK(contains(with_group("\"dates\": {\"date\": \"{day} {month}\"}"), "no place for {year}"));
  CHECK(contains(with_group("\"dates\": {\"zones\": [{\"time_zone\": \"Paris\", \"name\": \"Paris\"}]}"),
                 "is no time zone"));
  CHECK(with_group("\"dates\": {\"time\": \"{hour}h{minute}\", \"date\": \"{day}.{month}.{year}\"}").empty());
}

TEST_CASE("11.C15: the Spanish site gives all words, and each of them is asked for") {
  const content::Loaded loaded = content::load_folder(tests::fixtures() / "spanish");
  CHECK(tests::formatted(loaded.problems).empty());
  const content::Site& site = loaded.content.site;
  for (const WordGroup group : groups) {
    for (const content::DefaultWord& word : content::default_words(group)) {
      if (word.code.starts_with("captcha_") || group == WordGroup::captcha) continue;
      if (word.code.ends_with("_noon") || word.code == "zone") continue;
      CAPTURE(word.code);
      const std::string plain = without_places(word.english);
      const bool has_words =
          std::any_of(plain.begin(), plain.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
      CHECK((content::word(site, group, word.code) != word.english || !has_words));
    }
  }
}
