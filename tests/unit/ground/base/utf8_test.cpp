// UTF-8: every boundary of Unicode's table 3-7, valid first, then invalid.
#include "base/utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace std::string_view_literals;
namespace base = lacit::base;

namespace {

std::vector<char32_t> decode_all(std::string_view text) {
  std::vector<char32_t> all;
  char32_t code_point = 0;
  for (std::size_t at = 0, used = 0; (used = base::decode(text, at, code_point)) != 0; at += used) {
    all.push_back(code_point);
  }
  return all;
}

struct Boundary {
  std::string_view bytes;
  char32_t code_point;
};

constexpr Boundary boundaries[] = {
    {"\0"sv, 0},
    {"\x7F"sv, 0x7F},
    {"\xC2\x80"sv, 0x80},
    {"\xDF\xBF"sv, 0x7FF},
    {"\xE0\xA0\x80"sv, 0x800},
    {"\xED\x9F\xBF"sv, 0xD7FF},
    {"\xEE\x80\x80"sv, 0xE000},
    {"\xEF\xBF\xBF"sv, 0xFFFF},
    {"\xF0\x90\x80\x80"sv, 0x10000},
    {"\xF4\x8F\xBF\xBF"sv, 0x10FFFF},
};

constexpr std::string_view malformed[] = {
    "\x80"sv,              // a continuation alone
    "\xC0\xAF"sv,          // overlong '/'
    "\xC1\xBF"sv,          // overlong
    "\xE0\x9F\xBF"sv,      // overlong in three bytes
    "\xED\xA0\x80"sv,      // a surrogate
    "\xF0\x8F\xBF\xBF"sv,  // overlong in four bytes
    "\xF4\x90\x80\x80"sv,  // above U+10FFFF
    "\xF5\x80\x80\x80"sv,  // no such lead
    "\xFF"sv,
    "\xC3"sv,  // cut short
    "\xE2\x82"sv,
    "\xF0\x9F\x98"sv,
    "\xE2\x28\xA1"sv,
};

}  // namespace

TEST_CASE("utf8: well-formed text") {
  SUBCASE("every boundary decodes to its code point and uses all its bytes") {
    for (const Boundary& boundary : boundaries) {
      char32_t code_point = 1;
      CHECK(base::decode(boundary.bytes, 0, code_point) == boundary.bytes.size());
      CHECK(code_point == boundary.code_point);
      CHECK(base::valid(boundary.bytes));
    }
  }
  SUBCASE("the end of the text uses nothing and leaves the code point alone") {
    char32_t code_point = U'x';
    CHECK(base::decode("a", 1, code_point) == 0);
    CHECK(base::decode("", 0, code_point) == 0);
    CHECK(code_point == U'x');
  }
  SUBCASE("counts by code point and by UTF-16 unit differ above U+FFFF only") {
    CHECK(base::code_point_count("né😀’") == 4);
    CHECK(base::utf16_length("né😀’") == 5);
    CHECK(base::code_point_count("") == 0);
    CHECK(base::utf16_length("") == 0);
  }
}

TEST_CASE("utf8: malformed text") {
  SUBCASE("is refused with the offset of the sequence") {
    for (const std::string_view bytes : malformed) {
      std::size_t bad_byte = 99;
      CHECK_FALSE(base::valid(std::string("é") + std::string(bytes), &bad_byte));
      CHECK(bad_byte == 2);
      CHECK_FALSE(base::valid(bytes));
    }
  }
  SUBCASE("decodes to U+FFFD by maximal subparts (Unicode table 3-8)") {
    // The standard's own example: 61 F1 80 80 E1 80 C2 62 80 63 80 BF 64.
    CHECK(decode_all("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64") ==
          std::vector<char32_t>{U'a', 0xFFFD, 0xFFFD, 0xFFFD, U'b', 0xFFFD, U'c', 0xFFFD, 0xFFFD, U'd'});
    CHECK(base::code_point_count("\xE1\x80g") == 2);
  }
}
