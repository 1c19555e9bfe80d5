#include "base/places.h"

#include <doctest/doctest.h>

#include <vector>

using lacit::base::filled;

namespace {

std::vector<std::string_view> places_in(std::string_view text) {
  std::vector<std::string_view> all;
  std::size_t at = 0;
  for (std::string_view place = lacit::base::next_place(text, at); !place.empty();
       place = lacit::base::next_place(text, at)) {
    all.push_back(place);
  }
  return all;
}

}  // namespace

TEST_CASE("11.C15: places are filled in wherever they stand, and what is filled in is not looked through again") {
  CHECK(filled("{n} of {total}", {{"n", "3"}, {"total", "12"}}) == "3 of 12");
  CHECK(filled("{n}, {n} and {n}", {{"n", "1"}}) == "1, 1 and 1");
  CHECK(filled("{name} is here", {{"name", "{name} {size}"}, {"size", "9"}}) == "{name} {size} is here");
  CHECK(filled("{later} and {now}", {{"now", "this"}}) == "{later} and this");
  CHECK(filled("", {{"n", "1"}}).empty());
  CHECK(filled("{n}", {{"n", ""}}).empty());
  CHECK(filled("año {n} ñ", {{"n", "2028"}}) == "año 2028 ñ");
}

TEST_CASE("11.C15: a place is small letters, digits and _ between braces; other braces are text") {
  CHECK(places_in("{a} {b_2}") == std::vector<std::string_view>{"{a}", "{b_2}"});
  for (const char* text : {"", "{}", "{ a }", "{A}", "{a", "a}", "{a-b}", "{ñ}"}) CHECK(places_in(text).empty());
  CHECK(places_in("{{a}}") == std::vector<std::string_view>{"{a}"});
  CHECK(places_in("{a{b}") == std::vector<std::string_view>{"{b}"});
}
