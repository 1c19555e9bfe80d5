// Text of strangers among ours: controls, lines and directions.
#include "base/safe_text.h"

#include <doctest/doctest.h>

#include <string>

using namespace std::string_literals;
namespace base = lacit::base;

namespace {

using Lines = std::vector<std::string_view>;

}  // namespace

TEST_CASE("11.A9: controls are shown as signs: those of ASCII, of C1, and bytes that only old terminals obey") {
  CHECK(base::shown("a\x1b[2Jb") == "a␛[2Jb");
  CHECK(base::shown("\0\a\x7f"s) == "␀␇␡");
  CHECK(base::shown("\xC2\x9B\x32J") == "\uFFFD2J");  // CSI
  CHECK(base::shown("\x9B\x32J") == "\uFFFD2J");      // CSI as a byte of ISO 8859
  CHECK(base::shown("\xC2\x85 \u2028 \u2029") == "␤ ␤ ␤");
  CHECK(base::shown("a\tb\nc", "\t\n") == "a\tb\nc");
  CHECK(base::shown("Größe 李 \U0001F600 \uFFFD") == "Größe 李 \U0001F600 \uFFFD");
  CHECK(base::shown("\xE2\x80") == "\uFFFD");
}

TEST_CASE("11.A4: lines end where any program may see an end") {
  CHECK(base::lines_of("") == Lines{""});
  CHECK(base::lines_of("a") == Lines{"a"});
  CHECK(base::lines_of("a\n") == Lines{"a", ""});
  CHECK(base::lines_of("a\r\nb\rc\n\rd") == Lines{"a", "b", "c", "", "d"});
  for (const char* end : {"\n", "\r", "\r\n", "\v", "\f", "\xC2\x85", "\u2028", "\u2029"}) {
    CAPTURE(end);
    CHECK(base::lines_of("one"s + end + "two") == Lines{"one", "two"});
  }
}

TEST_CASE("11.A9: a direction ends with its line, whatever it opens or closes") {
  CHECK(base::isolated("plain, ä, 李") == "plain, ä, 李");
  CHECK(base::isolated("a\u202Etxt.exe") == "\u2068a\u202Etxt.exe\u2069");
  CHECK(base::isolated("\u2067\u2066x") == "\u2068\u2067\u2066x\u2069\u2069\u2069");
  CHECK(base::isolated("a\u2069b\u202E") == "\u2068a\uFFFDb\u202E\u2069");
  CHECK(base::isolated("\u2067a\u2069\u2069\u2069") == "\u2068\u2067a\u2069\uFFFD\uFFFD\u2069");
  for (const char* text : {"שלום", "مرحبا", "\u200F", "\u200E", "\u061C", "\U0001E900"}) {
    CAPTURE(text);
    CHECK(base::isolated(text) == "\u2068"s + text + "\u2069");
  }
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "\u2067";
  const std::string closed = base::isolated(deep);
  CHECK(closed.size() == 2 * (deep.size() + 3));
}

TEST_CASE("11.A9: every control of direction is known for one, and its neighbours are not") {
  for (const int c : {0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069}) {
    CHECK(base::is_bidi_control(static_cast<char32_t>(c)));
  }
  for (const int c : {0x061B, 0x200D, 0x2010, 0x2029, 0x202F, 0x2065, 0x206A})
    CHECK_FALSE(base::is_bidi_control(static_cast<char32_t>(c)));
}

TEST_CASE("11.A4: a line is wrapped after blanks, and within a word that is longer, and nothing of it is lost") {
  using Pieces = std::vector<std::string_view>;
  CHECK(base::wrapped("", 10) == Pieces{""});
  CHECK(base::wrapped("ten letter", 10) == Pieces{"ten letter"});
  CHECK(base::wrapped("eleven words", 10) == Pieces{"eleven ", "words"});
  CHECK(base::wrapped("abcdefghijklm", 10) == Pieces{"abcdefghij", "klm"});
  CHECK(base::wrapped("a bcdefghijklm", 10) == Pieces{"a ", "bcdefghijk", "lm"});
  CHECK(base::wrapped("李李李李李李", 10) == Pieces{"李李李李李", "李"});
  CHECK(base::wrapped("e\u0301e\u0301e\u0301", 3) == Pieces{"e\u0301e\u0301e\u0301"});
  CHECK(base::wrapped("a\tb", 8) == Pieces{"a", "\t", "b"});
}

TEST_CASE("one line is one line, and no longer than asked, in whole characters") {
  CHECK(base::one_line("a\r\nb\u2028c") == "a␍␊b␤c");
  CHECK(base::shortened("abc", 3) == "abc");
  CHECK(base::shortened("abcd", 3) == "abc…");
  CHECK(base::shortened("aäb", 2) == "a…");
  CHECK(base::shortened("\U0001F600\U0001F600", 7) == "\U0001F600…");
}
