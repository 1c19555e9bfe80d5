// Cells that stay cells, in whatever a spreadsheet makes of them.
#include "inbox/csv.h"

#include <doctest/doctest.h>

#include <string>

using namespace std::string_literals;
using lacit::inbox::csv_cell;
using lacit::inbox::csv_record;

TEST_CASE("11.A9: every cell is quoted and every record ends with CR LF") {
  CHECK(csv_cell("") == "\"\"");
  CHECK(csv_cell("plain") == "\"plain\"");
  CHECK(csv_cell("5\" of rain, and\nmore") == "\"5\"\" of rain, and\nmore\"");
  CHECK(csv_record({"a", "b,c", ""}) == "\"a\",\"b,c\",\"\"\r\n");
}

TEST_CASE("18, 11.A9: what begins a formula has a mark before it") {
  for (const char* sign : {"=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−"}) {
    CAPTURE(sign);
    CHECK(csv_cell(sign + "1"s) == "\"'"s + sign + "1\"");
  }
  CHECK(csv_cell("=HYPERLINK(\"x\")") == "\"'=HYPERLINK(\"\"x\"\")\"");
  CHECK(csv_cell("%0A=1") == "\"'%0A=1\"");
}

TEST_CASE("11.A9: so does one behind what is not seen, not counted, or taken away") {
  for (const char* before : {" ", "   ", "\u00A0", "\u3000", "\u2003", "\u200B", "\u200D", "\uFEFF", "\u2060", "\u00AD",
                             ",", "\uFE0F", "\U000E0020"}) {
    CAPTURE(before);
    CHECK(csv_cell(before + "=1"s) == "\"'"s + before + "=1\"");
  }
  CHECK(csv_cell("\"=1") == "\"'\"\"=1\"");
  CHECK(csv_cell("\x1b=1") == "\"'␛=1\"");
  CHECK(csv_cell("\xC2\x9B=1") == "\"'\uFFFD=1\"");
  CHECK(csv_cell("\x80=1") == "\"'\uFFFD=1\"");
  CHECK(csv_cell("\u202E=1") == "\"\u2068'\u202E=1\u2069\"");
}

TEST_CASE("11.A9: and one where another program's cell may begin") {
  CHECK(csv_cell("a;=1") == "\"a;'=1\"");
  CHECK(csv_cell(";=1") == "\";'=1\"");
  CHECK(csv_cell("a; =1;\t@x") == "\"a;' =1;\t'@x\"");
  CHECK(csv_cell("a\n=1") == "\"a\n'=1\"");
  CHECK(csv_cell("a\t+1") == "\"a\t'+1\"");
  CHECK(csv_cell("a；＝1") == "\"a；'＝1\"");
  CHECK(csv_cell("\t=1") == "\"'\t'=1\"");
  CHECK(csv_cell("\n") == "\"'\n\"");
  CHECK(csv_cell("\r=1") == "\"'␍'=1\"");
}

TEST_CASE("11.A9: words stay as they are where nothing can be taken for a formula") {
  for (const char* text : {"a=1", "well-known", "ann@example.org", "50% of it", "a | b", "x, -y and +z", "O'Brien",
                           "Größe", "http://example.org/?a=1&b=2", "שלום", "5 - 3", "two\nlines"}) {
    CAPTURE(text);
    CHECK(csv_cell(text) == "\""s + text + "\"");
  }
}

TEST_CASE("11.A9: directions end with their line, and controls are seen") {
  CHECK(csv_cell("a\u202Eb\nc") == "\"\u2068a\u202Eb\u2069\nc\"");
  CHECK(csv_cell("a\0b\x1b]0;x\a"s) == "\"a␀b␛]0;x␇\"");
}
