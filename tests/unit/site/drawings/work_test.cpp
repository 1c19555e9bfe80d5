// Drawings of a few bytes that would take browsers minutes to paint.
#include <doctest/doctest.h>

#include <string>

#include "unit/site/drawings/corpus.h"

namespace {

std::string drawing(const std::string& body) {
  return lacit::tests::cleaned_or_error(R"x(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">)x" + body +
                                        "</svg>");
}

std::string filtered(const std::string& primitives, const std::string& settings = "") {
  return drawing("<filter id=\"f\" " + settings + ">" + primitives + "</filter><rect filter=\"url(#f)\"/>");
}

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

bool passes(const std::string& outcome) { return outcome.starts_with("<svg"); }
bool says(const std::string& outcome, const std::string& words) { return outcome.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("11.B10: a filter's setting that takes minutes is refused at its place, with the mend") {
  CHECK(filtered(R"x(<feTurbulence numOctaves="100000000"/>)x") ==
        "1:79: the numOctaves of <feTurbulence> is more than 16, which browsers compute for minutes; make it smaller");
  CHECK(says(filtered(R"x(<feGaussianBlur stdDeviation="1 100000"/>)x"), "stdDeviation of <feGaussianBlur>"));
  CHECK(says(filtered(R"x(<feDropShadow stdDeviation="100000"/>)x"), "stdDeviation of <feDropShadow>"));
  CHECK(says(filtered(R"x(<feMorphology radius="5000"/>)x"), "radius of <feMorphology>"));
  CHECK(says(filtered(R"x(<feMorphology radius="700"/>)x"), "radius of <feMorphology>"));
  CHECK(says(filtered(R"x(<feConvolveMatrix order="500"/>)x"), "order of <feConvolveMatrix>"));
  CHECK(says(
      filtered("<feComponentTransfer><feFuncR tableValues=\"" + repeated("1 0 ", 9'000) + "\"/></feComponentTransfer>"),
      "tableValues"));
  CHECK(says(drawing(R"x(<rect style="filter:blur(100000px)"/>)x"), "the filter blurs by more than 1000"));
}

TEST_CASE("11.B10: what filters compute in all is bounded, however it is put together") {
  const std::string words = "its filters take browsers longer than a moment";
  const std::string blur = R"x(<feGaussianBlur stdDeviation="3"/>)x";
  CHECK(says(filtered(repeated(blur, 2'000)), words));
  CHECK(says(drawing("<filter id=\"f\">" + blur + "</filter>" + repeated("<rect filter=\"url(#f)\"/>", 3'000)), words));
  CHECK(says(drawing("<style>.a{filter:url(#f)}</style><filter id=\"f\">" + blur + "</filter>" +
                     repeated("<rect class=\"a\"/>", 3'000)),
             words));
  CHECK(says(drawing(repeated("<rect style=\"filter:blur(3px)\"/>", 3'000)), words));
  CHECK(says(drawing(R"x(<filter id="f"><feMorphology radius="5"/></filter><g transform="scale(1000)"><rect )x"
                     R"x(filter="url(#f)"/></g>)x"),
             words));
  const std::string region = "the filter's region is far larger than what it filters";
  CHECK(says(filtered(blur, R"x(width="20000" height="20000")x"), region));
  CHECK(says(filtered(blur, R"x(width="200000%" height="200000%")x"), region));
  CHECK(says(filtered(blur, R"x(filterUnits="userSpaceOnUse" width="90000" height="90000")x"), region));
}

TEST_CASE("11.B10: lines without end are refused") {
  const std::string points = "its lines have more than 100,000 points in all; simplify the paths";
  CHECK(says(drawing("<path stroke=\"red\" d=\"M0 0" + repeated("l1 1", 120'000) + "\"/>"), points));
  CHECK(says(drawing("<path stroke=\"red\" d=\"M0 0" + repeated(" 1 1", 120'000) + "\"/>"), points));
  CHECK(says(drawing("<polyline stroke=\"red\" points=\"" + repeated("5 5 ", 120'000) + "\"/>"), points));
  CHECK(says(drawing(repeated("<path d=\"M0 0h9v9\"/>", 40'000)), points));
  CHECK(says(drawing("<path id=\"p\" d=\"M0 0" + repeated("h1", 900) + "\"/>" + repeated("<use href=\"#p\"/>", 200)),
             points));
}

TEST_CASE("11.B10: dashes without number are refused, wherever they are set") {
  const std::string dashes = "its lines have more than 200,000 dashes in all; make the dashes longer";
  const std::string line = R"x(stroke="red" d="M0 0H100V100")x";
  CHECK(says(drawing("<path stroke-dasharray=\".0001\" " + line + "/>"), dashes));
  CHECK(says(drawing("<g style=\"stroke-dasharray:.0001 .0001\"><path " + line + "/></g>"), dashes));
  CHECK(says(drawing("<style>.a{stroke-dasharray:.0001}</style><path class=\"a\" " + line + "/>"), dashes));
  CHECK(says(drawing("<path id=\"p\" " + line + "/><use href=\"#p\" stroke-dasharray=\"1e-5\"/>"), dashes));
  CHECK(says(drawing("<path stroke-dasharray=\"1\" pathLength=\"1e7\" " + line + "/>"), dashes));
  CHECK(says(drawing("<path stroke-dasharray=\"1\" d=\"M0 0h9e6\"/>"), dashes));
  CHECK(says(drawing("<circle stroke-dasharray=\".0001\" r=\"90\"/>"), dashes));
}

TEST_CASE("11.B10: numbers in which painters overflow are refused") {
  CHECK_FALSE(passes(drawing(R"x(<rect width="1e38"/>)x")));
  CHECK_FALSE(passes(drawing(R"x(<g transform="scale(1e30)"><rect/></g>)x")));
  CHECK_FALSE(passes(drawing(R"x(<path d="M0 0H1e30"/>)x")));
}

TEST_CASE("11.B10: filters, long paths and dashes as drawing programs write them pass") {
  CHECK(passes(filtered(R"x(<feTurbulence numOctaves="4" baseFrequency=".05"/><feMorphology radius="2"/>)x")));
  CHECK(passes(filtered(R"x(<feGaussianBlur stdDeviation="3"/>)x", R"x(width="1" height="45.2")x")));
  CHECK(passes(drawing(R"x(<filter id="f"><feGaussianBlur stdDeviation="3"/></filter>)x" +
                       repeated("<rect filter=\"url(#f)\"/>", 100))));
  CHECK(passes(drawing("<path d=\"M0 0" + repeated("c1 1 2 2 3 3", 20'000) + "\"/>")));
  CHECK(passes(drawing("<g stroke-dasharray=\"2 3\">" + repeated("<path d=\"M0 0H100\"/>", 500) + "</g>")));
}

TEST_CASE("11.B13: markers within one another are drawn at each vertex, and refused where that is without end") {
  const std::string line = "<path d=\"M0 0L1 1L2 2L3 3L4 4L5 5L6 6L7 7L8 8L9 9\" ";
  const auto nested = [&line](int depth, const std::string& before, const std::string& after) {
    std::string all = "<marker id=\"m0\"><path d=\"M0 0L1 1\"/></marker>";
    for (int i = 1; i <= depth; ++i) {
      all += "<marker id=\"m" + std::to_string(i) + "\">" + line + before + "url(#m" + std::to_string(i - 1) + ")" +
             after + "/></marker>";
    }
    return drawing(all + line + before + "url(#m" + std::to_string(depth) + ")" + after + "/>");
  };
  for (const char* attribute :
       {"marker-start=\"", "marker-mid=\"", "marker-end=\"", "style=\"marker:", "style=\"marker-mid:"}) {
    CAPTURE(attribute);
    CHECK_FALSE(passes(nested(9, attribute, "\"")));
    CHECK(passes(nested(1, attribute, "\"")));
  }
  CHECK(passes(drawing("<style>.l{marker-mid:url(#m)}</style><marker id=\"m\"><path d=\"M0 0\"/></marker>" + line +
                       "class=\"l\"/>")));
}

TEST_CASE("11.B13: a style sheet whose rules take renderers minutes to try is refused, and those of programs pass") {
  const auto styled = [](int rules, int elements) {
    std::string sheet = "<style>";
    for (int i = 0; i < rules; ++i) sheet += ".c" + std::to_string(i) + "{fill:blue}";
    return drawing(sheet + "</style>" + repeated("<rect width=\"9\" height=\"9\" class=\"c1\"/>", elements));
  };
  CHECK(says(styled(3'000, 2'000), "its style sheet has too many rules for so many elements"));
  CHECK(says(drawing("<style>" + repeated("rect rect rect{fill:blue}", 20'000) + "</style>" +
                     repeated("<rect width=\"9\" height=\"9\"/>", 2'000)),
             "too many rules"));
  CHECK(passes(styled(300, 5'000)));
}
