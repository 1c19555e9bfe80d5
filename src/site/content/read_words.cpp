#include "content/read_words.h"

#include <set>

#include "base/places.h"
#include "content/read.h"
#include "content/site_words.h"

namespace lacit::content {
namespace {

constexpr std::size_t word_length = 240;

/// Every place of `wanted` must be in the text, but for those that may be left out; a sentence about a file without its
/// name helps nobody.
void check_kept(Reader& reader, std::string_view key, std::string_view text, std::string_view wanted,
                std::string_view may) {
  std::size_t at = 0;
  for (std::string_view place = base::next_place(wanted, at); !place.empty(); place = base::next_place(wanted, at)) {
    if (may.find(place) != std::string_view::npos || text.find(place) != std::string_view::npos) continue;
    reader.report(key, "no place for " + std::string(place), "write " + std::string(place) + " where it belongs");
  }
}

std::string listed(std::string_view places) {
  std::string list;
  std::size_t at = 0;
  for (std::string_view place = base::next_place(places, at); !place.empty(); place = base::next_place(places, at)) {
    if (list.find(place) == std::string::npos) (list += list.empty() ? "" : ", ") += place;
  }
  return list;
}

/// A place that nobody fills in would be read by visitors, braces and all.
void check_known(Reader& reader, std::string_view key, std::string_view text, const std::string& known) {
  std::size_t at = 0;
  for (std::string_view place = base::next_place(text, at); !place.empty(); place = base::next_place(text, at)) {
    if (known.find(place) != std::string::npos) continue;
    const std::string list = listed(known);
    reader.report(key, "nothing is filled in for " + std::string(place),
                  list.empty() ? "write plain words" : "the places here are " + list);
  }
}

void check_places(Reader& reader, std::string_view key, std::string_view text, std::string_view wanted,
                  std::string_view may) {
  if (reader.context() == nullptr || text.empty()) return;
  check_kept(reader, key, text, wanted, may);
  check_known(reader, key, text, std::string(wanted) + std::string(may));
}

/// The hour may be written in three ways, but it must be, and of twelve hours nobody knows which half of the day.
void check_time(Reader& reader, const OwnWords& words) {
  const auto found = words.find("time");
  if (found == words.end()) return;
  const std::string& time = found->second;
  if (time.find("{hour") == std::string::npos) {
    reader.report("time", "no place for the hour", "write {hour}, {hour2} or {hour12} where it belongs");
  }
  if (time.find("{hour12}") != std::string::npos && time.find("{half}") == std::string::npos) {
    reader.report("time", "no place for the half of the day", "write {half} where it belongs, or {hour} for {hour12}");
  }
}

void read_zone_name(Reader& reader, ZoneName& zone) {
  reader.text("time_zone", zone.time_zone, {.most = 60, .format = &format_of::time_zone});
  reader.text("name", zone.name, {.most = label_length});
}

/// Visitors are told one name, so that a second one would be lost.
void check_zones(Reader& reader, const std::vector<ZoneName>& zones) {
  std::set<std::string_view> named;
  for (const ZoneName& zone : zones) {
    if (!zone.time_zone.empty() && !named.insert(zone.time_zone).second) {
      reader.report("zones", "the time zone \"" + zone.time_zone + "\" is named twice", "delete one of the two");
    }
  }
}

void report_missing(Reader& reader, WordGroup group, const std::string& name, const std::string& language,
                    std::string_view english) {
  reader.report(key_of(group), "the words \"" + name + "\" are missing, and the site is in " + language,
                "write there what «" + std::string(english) + "» says");
}

/// What no visitor of this site can meet.
bool is_idle(const Site& site, WordGroup group, std::string_view code) {
  if (code.starts_with("captcha_")) return !site.captcha;
  if (group == WordGroup::captcha) return !site.captcha || site.captcha->provider != "recaptcha";
  if (group != WordGroup::dates) return false;
  if (code == "zone") return true;  // Each zone has a name of its own then: see cross_check.
  // Twelve-hour times are English ones: whoever writes others needs no words for the halves of the day.
  const auto time = site.dates.words.find("time");
  return code.ends_with("_noon") &&
         (time == site.dates.words.end() || time->second.find("{half}") == std::string::npos);
}

bool is_given(const Site& site, WordGroup group, std::string_view code) {
  if (group == WordGroup::captcha) return site.captcha && !site.captcha->notice.empty();
  return own_words(site, group).contains(code);
}

}  // namespace

void read_counting(Reader& reader, std::string_view key, std::string& out, std::span<const std::string_view> places) {
  reader.text(key, out, {.most = label_length});
  std::string wanted;
  for (const std::string_view place : places) wanted += place;
  check_places(reader, key, out, wanted, {});
}

template <WordGroup group>
void read_own_words(Reader& reader, OwnWords& words) {
  for (const DefaultWord& word : default_words(group)) {
    std::string text;
    reader.text(word.code, text, {.most = word_length, .need = Need::optional});
    check_places(reader, word.code, text, word.english, word.may);
    if (!text.empty()) words[std::string(word.code)] = std::move(text);
  }
}

template void read_own_words<WordGroup::words>(Reader&, OwnWords&);
template void read_own_words<WordGroup::form_words>(Reader&, OwnWords&);
template void read_own_words<WordGroup::dates>(Reader&, OwnWords&);
template void read_own_words<WordGroup::notices>(Reader&, OwnWords&);
template void read_own_words<WordGroup::refusals>(Reader&, OwnWords&);

void read_dates(Reader& reader, Dates& dates) {
  reader.text_list("months", dates.months, 30, {.least = 0, .most = 12});
  reader.list("zones", dates.zones, {.most = 100}, read_zone_name);
  read_own_words<WordGroup::dates>(reader, dates.words);
  if (reader.context() == nullptr) return;
  if (!dates.months.empty() && dates.months.size() < 12) {
    reader.report("months", "the list has " + std::to_string(dates.months.size()) + " of 12 months", "name all twelve");
  }
  check_zones(reader, dates.zones);
  check_time(reader, dates.words);
}

void check_all_given(Reader& reader, const Site& site) {
  if (reader.context() == nullptr || !must_give_all_words(site)) return;
  for (const WordGroup group : {WordGroup::words, WordGroup::form_words, WordGroup::captcha, WordGroup::dates,
                                WordGroup::notices, WordGroup::refusals}) {
    for (const DefaultWord& word : default_words(group)) {
      if (is_given(site, group, word.code) || is_idle(site, group, word.code)) continue;
      report_missing(reader, group, std::string(key_of(group)) + "/" + std::string(word.code), site.language,
                     word.english);
    }
  }
  if (site.dates.months.empty()) {
    report_missing(reader, WordGroup::dates, "dates/months", site.language, "January, February, …, December");
  }
}

}  // namespace lacit::content
