#include "describe/event_time.h"

#include <doctest/doctest.h>

using namespace lacit;

namespace {

content::Event event(std::string start, std::string end = {}, std::string zone = {}) {
  content::Event made;
  made.start = std::move(start);
  made.end = std::move(end);
  made.time_zone = std::move(zone);
  return made;
}

content::Site spanish() {
  content::Site site;
  site.language = "es";
  site.dates.months = {"enero", "febrero", "marzo",      "abril",   "mayo",      "junio",
                       "julio", "agosto",  "septiembre", "octubre", "noviembre", "diciembre"};
  site.dates.zones = {{"Europe/Madrid", "hora peninsular"}};
  site.dates.words = {{"date", "{day} de {month} de {year}"}, {"time", "{hour2}:{minute}"},
                      {"date_time", "{date}, {time}"},        {"times", "de {from} a {to}"},
                      {"days", "del {from} al {to}"},         {"in_zone", "{when} ({zone})"}};
  return site;
}

}  // namespace

TEST_CASE("11.C15: an English site that says nothing of dates has them as in the United States") {
  const content::Site site;
  const auto when = [&site](const content::Event& each) { return describe::event_time(site, each); };
  CHECK(when(event("2028-02-29")) == "February\u00A029, 2028");
  CHECK(when(event("2028-12-01", "2028-12-01")) == "December\u00A01, 2028");
  CHECK(when(event("2028-02-29T09:00", "2028-02-29T17:00", "America/Chicago")) ==
        "February\u00A029, 2028, 9:00\u00A0am to 5:00\u00A0pm (Chicago time)");
  CHECK(when(event("2028-02-29T00:05", "", "America/New_York")) ==
        "February\u00A029, 2028, 12:05\u00A0am (New York time)");
  CHECK(when(event("2028-02-29T12:00", "2028-03-01T00:00", "UTC")) ==
        "February\u00A029, 2028, 12:00\u00A0pm to March\u00A01, 2028, 12:00\u00A0am (UTC time)");
  CHECK(when(event("2028-01-31", "2028-02-01")) == "January\u00A031, 2028 to February\u00A01, 2028");
}

TEST_CASE("11.C15: another site has its own order, months, hours and names of zones") {
  const content::Site site = spanish();
  const auto when = [&site](const content::Event& each) { return describe::event_time(site, each); };
  CHECK(when(event("2028-03-15T09:00", "2028-03-15T17:30", "Europe/Madrid")) ==
        "15\u00A0de\u00A0marzo de 2028, de 09:00 a 17:30 (hora peninsular)");
  CHECK(when(event("2028-01-31", "2028-02-01")) ==
        "del 31\u00A0de\u00A0enero de 2028 al 1\u00A0de\u00A0febrero de 2028");
  CHECK(when(event("2028-08-12T20:00", "2028-08-13T01:15", "Europe/Madrid")) ==
        "del 12\u00A0de\u00A0agosto de 2028, 20:00 al 13\u00A0de\u00A0agosto de 2028, 01:15 (hora peninsular)");
}

TEST_CASE("11.C15: patterns may repeat places, leave out the year's word, and count the hours as they like") {
  content::Site site;
  site.dates.months = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};
  site.dates.words = {
      {"date", "{year}年{month}月{day}日"}, {"time", "{half}{hour12}時{minute}分"}, {"before_noon", "午前"}};
  CHECK(describe::event_time(site, event("2028-03-05T08:07")) == "2028年3月5日, 午前8時07分");
  site.dates.words["time"] = "{hour}.{minute}";
  CHECK(describe::event_time(site, event("2028-03-05T08:07")) == "2028年3月5日, 8.07");
  CHECK(describe::event_time(site, event("2028-03-05T00:00")) == "2028年3月5日, 0.00");
}

TEST_CASE("no line ends within a time, or between a day and its month") {
  content::Site site;
  const auto when = [&site](std::string_view pattern) {
    site.dates.words["time"] = pattern;
    return describe::event_time(site, event("2028-05-05T17:00"));
  };
  CHECK(when("{hour12} {half}") == "May\u00A05, 2028, 5\u00A0pm");
  CHECK(when("{hour12}:{minute} p. m.") == "May\u00A05, 2028, 5:00\u00A0p.\u00A0m.");
  site.dates.words["date"] = "the {day}. of {month} in {year}";
  CHECK(when("{hour} Uhr") == "the 5.\u00A0of\u00A0May in 2028, 17\u00A0Uhr");
  site.dates.words["date"] = "{month} {year}";
  CHECK(when("{hour} h {minute}") == "May 2028, 17\u00A0h\u00A000");
  // One that is long for a phone may break where it likes.
  CHECK(when("{hour} hours and {minute} minutes past") == "May 2028, 17 hours and 00 minutes past");
}
