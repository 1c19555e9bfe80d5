// The content model: what editors write in JSON, checked and typed. Sections are in the order of the page.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "content/form_model.h"
#include "content/words_model.h"

namespace lacit::content {

/// A stretch of inline text (CommonMark's inline subset: bold, italic, links).
struct Span {
  std::string text;
  bool strong = false;
  bool emphasis = false;
  /// Empty where the span is no link. `/page/`, `/page/#anchor`, `https:`, `tel:`, `sms:` or `mailto:`.
  std::string href{};
};
using RichText = std::vector<Span>;

struct Link {
  std::string label;
  std::string href;
  std::string about{};  ///< Goes on where the label says too little alone (WCAG 2.4.9); heard, not seen.
};

/// A picture in `content/media/`. Width and height are the file's own, upright, in its pixels (SVG: its viewBox).
struct Picture {
  std::string file;
  std::string alt;
  std::string caption;
  std::string credit;
  int width = 0;
  int height = 0;
  /// What is shown until it has come: 4 columns by 3 rows of sRGB colours, three bytes each, row by row from the top
  /// left, in base64 (48 characters). Empty: not known.
  std::string placeholder{};
};

struct Source {
  std::string label;
  std::string href;
};

/// What a hero says instead of its text, before its buttons, once site.json has a donate_url.
struct Giving {
  std::string label;
  RichText text;
};

struct Hero {
  std::string eyebrow;
  std::string heading;
  RichText text;
  std::vector<Link> actions;
  std::optional<Giving> giving;
  std::optional<Picture> picture;
};

struct Text {
  std::string heading;
  RichText lead;
  std::vector<RichText> body;
  std::vector<RichText> points;  ///< A bulleted list after the body.
  RichText note;                 ///< Set apart: something unknown, a warning, how to ask.
  std::vector<Source> sources;
};

struct BenefitGroup {
  std::string heading;
  std::string icon;
  std::vector<RichText> points;
};

struct Benefits {
  std::string heading;
  RichText lead;
  std::vector<BenefitGroup> groups;
  RichText statement;  ///< The closing paragraph, filling the rest of the last row.
};

struct Step {
  std::string heading;
  RichText text;
};

struct Steps {
  std::string heading;
  RichText lead;
  std::vector<Step> steps;
  std::vector<Source> sources;
};

struct Fact {
  std::string figure;
  RichText label;
  Source source;
};

struct Facts {
  std::string heading;
  RichText lead;
  std::vector<Fact> facts;
};

struct Person {
  std::string name;
  std::string role;
  RichText text;
  std::optional<Picture> picture;
};

struct People {
  std::string heading;
  RichText lead;
  std::vector<Person> people;
  RichText empty;  ///< Shown while nobody is listed.
};

struct Place {
  std::string name;
  std::string address;
};

/// Start and end as written: `2026-12-01T09:00` local to `time_zone` (an IANA name), or a bare date.
struct Event {
  std::string id;
  std::string name;
  std::string start;
  std::string end;
  std::string time_zone;
  Place place;
  RichText text;
  std::string href;
};

struct Events {
  std::string heading;
  RichText lead;
  std::vector<Event> events;
  RichText empty;
};

struct DirectoryEntry {
  std::string name;
  std::string href;             ///< The service's own site; may be empty.
  std::vector<RichText> reach;  ///< One line each: «Call or text [988](tel:988)».
  RichText detail;              ///< Hours, languages, parishes.
  std::string keywords;         ///< Further words for the filter.
  Source source;
};

struct Directory {
  std::string heading;
  RichText lead;
  std::vector<std::string> columns;  ///< Three column heads: name, reach, detail.
  std::string filter;                ///< The filter's label; empty: no filter.
  std::vector<DirectoryEntry> entries;
  RichText note;
};

struct Question {
  std::string question;
  std::vector<RichText> answer;
};

struct Faq {
  std::string heading;
  RichText lead;
  std::vector<Question> questions;
};

struct Gallery {
  std::string heading;
  RichText lead;
  std::vector<Picture> pictures;
};

struct FormSection {
  std::string heading;
  RichText lead;
  RichText note;
  std::string form;   ///< A key of Site::forms.
  std::string topic;  ///< Preset of the topic field; may be empty.
};

struct CallToAction {
  std::string heading;
  RichText text;
  std::vector<Link> actions;
};

struct Section {
  std::string anchor;  ///< `id` in the page; may be empty.
  std::string region;  ///< Only shown where Site::region is the same; empty: always.
  std::variant<Hero, Text, Benefits, Steps, Facts, People, Events, Directory, Faq, Gallery, FormSection, CallToAction>
      body;
  std::string language{};  ///< Where it is not the site's (WCAG 3.1.2): licence texts.
};

struct Page {
  std::string slug;  ///< Folder of the URL: `about` is `/about/`; `home` is `/`; `404` is `/404.html`.
  std::string title;
  std::string description;
  bool listed = true;  ///< In the sitemap and open to search engines.
  std::vector<Section> sections;
};

/// Colours by token name (`paper`, `brand`, …) as `#RRGGBB`.
using ThemeColors = std::map<std::string, std::string>;

struct Theme {
  ThemeColors light;
  ThemeColors dark;
};

struct CrisisBar {
  std::string question;
  Link action;
  std::string quick_exit;
  std::string quick_exit_url;
  std::string quick_exit_hint;
  std::string quick_exit_slow;   ///< said where the neutral page does not come; tells nothing of this site
  std::string quick_exit_again;  ///< the link to it, then
};

struct FooterColumn {
  std::string heading;
  std::vector<Link> links;
};

struct Footer {
  std::string about;
  std::vector<FooterColumn> columns;
  std::string copyright;
  std::vector<Link> legal;
};

struct Consent {
  std::string heading;
  std::string text;
  std::string accept;
  std::string decline;
  std::string change;  ///< The footer's button that opens the banner again.
};

/// A provider that checks senders of forms against spam, in place of the proof of work.
struct Captcha {
  std::string provider;  ///< `recaptcha`, `hcaptcha`, `turnstile`
  std::string site_key;
  RichText notice{};  ///< What reCAPTCHA wants said below a form; empty: in English.
};

struct Site {
  std::string name;
  std::string url;  ///< Origin with scheme, without a slash at the end.
  std::string language;
  std::string region;
  std::string description;
  std::string donate_url;  ///< Empty: the Donate page says how to ask.
  Theme theme;
  std::vector<Link> navigation;
  CrisisBar crisis_bar;
  Footer footer;
  Consent consent;
  Words words;
  GalleryWords gallery_words;
  std::map<std::string, Form> forms;
  OwnWords form_words;
  Dates dates;
  OwnWords notices;   ///< Of the page with licences.
  OwnWords refusals;  ///< What the server says where it has no page to show.
  std::optional<Captcha> captcha;
};

struct Content {
  Site site;
  std::vector<Page> pages;
};

}  // namespace lacit::content
