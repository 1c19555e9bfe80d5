// Rich text: the inline subset comes through, everything else is advice.
#include "content/rich_text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace content = lacit::content;

namespace {

/// Spans as `[b i href|text]`, marks only where set.
std::string spans(std::string_view source) {
  std::string shown;
  for (const content::Span& span : content::parse_rich_text(source).text) {
    shown += '[';
    if (span.strong) shown += 'b';
    if (span.emphasis) shown += 'i';
    shown += span.href + '|' + span.text + ']';
  }
  return shown;
}

std::string first_advice(std::string_view source) {
  const content::ParsedRichText parsed = content::parse_rich_text(source);
  return parsed.advice.empty() ? "none" : parsed.advice.front().what;
}

}  // namespace

TEST_CASE("rich text: bold, italic and links") {
  CHECK(spans("plain") == "[|plain]");
  CHECK(spans("a **b** *c* ***d***") == "[|a ][b|b][| ][i|c][| ][bi|d]");
  CHECK(spans("[a **b**](/x/) c") == "[/x/|a ][b/x/|b][| c]");
  CHECK(spans("**[988](tel:988)**") == "[btel:988|988]");
  CHECK(spans("[HOME](sms:741741?&body=HOME)") == "[sms:741741?&body=HOME|HOME]");
  CHECK(spans("<https://example.org/>") == "[https://example.org/|https://example.org/]");
  CHECK(content::parse_rich_text("[a](/x/) and [b](/x/)").hrefs.size() == 2);
}

TEST_CASE("rich text: signs that mean nothing stay as they are") {
  CHECK(spans("5 < 6 & 7 > 2") == "[|5 < 6 & 7 > 2]");
  CHECK(spans("24/7, 40 hours, a_b_c, +1 (504) 555") == "[|24/7, 40 hours, a_b_c, +1 (504) 555]");
  CHECK(spans("1988\\. \\*not italic\\*") == "[|1988. *not italic*]");
  CHECK(first_advice("5 < 6 & 7 > 2") == "none");
}

TEST_CASE("rich text: what is not allowed says what to do instead") {
  CHECK(first_advice("a <b>b</b>") == "HTML inside text");
  CHECK(first_advice("<script>alert(1)</script>") == "HTML inside text");
  CHECK(first_advice("a <!-- b -->") == "HTML inside text");
  CHECK(first_advice("a &nbsp; b") == "the HTML entity «&nbsp;»");
  CHECK(first_advice("[a](/x/?&copy;)") == "the HTML entity «&copy;»");
  CHECK(first_advice("# a") == "a heading inside text");
  CHECK(first_advice("- a") == "a list inside text");
  CHECK(first_advice("1988. a") == "the text begins like a numbered list");
  CHECK(first_advice("> a") == "a quotation mark > in front of the text");
  CHECK(first_advice("    a") == "the text is set as code");
  CHECK(first_advice("---") == "a line instead of text");
  CHECK(first_advice("`a`") == "code marks inside text");
  CHECK(first_advice("![a](https://example.org/a.png)") == "a picture inside text");
  CHECK(first_advice("a\\\nb") == "a line break inside text");
  CHECK(first_advice("a\n\nb") == "two paragraphs in one string");
  CHECK(first_advice("[a](/x/ \"b\")") == "a link with a title in quotes");
  CHECK(first_advice("[](/x/)") == "a link without words");
  CHECK(first_advice("[a]()") == "a link without a target");
  CHECK(first_advice("[here](/x/)") == "«here» says nothing to somebody who hears only the links");
  CHECK(first_advice("[a](javascript:x)") == "links with javascript: are not allowed");
  CHECK(first_advice("[a]: /x/") == "the text shows no words");
  CHECK(first_advice("a **b") == "formatting that does not close: ** or ]( would be shown");
  CHECK(first_advice("[a](/x y/)") == "formatting that does not close: ** or ]( would be shown");
}

// A find of the fuzzer: what is told of is longer than the whole text.
TEST_CASE("rich text: a parser that counts wrongly is not believed") {
  constexpr std::string_view text("\"`[\"icon\"\0\0\0#\0\0\0\0\0\0\0\0\0\0 \0\0\0\0\0\0\0\0\0\0](o\"a", 39);
  for (const content::Span& span : content::parse_rich_text(text).text) CHECK(span.text.size() <= text.size());
}
