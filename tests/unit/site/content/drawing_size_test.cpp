// How large a drawing is, as browsers have it; tests/pictures/drawing_sizes.test.mjs asks one.
#include "content/drawing_size.h"

#include <doctest/doctest.h>

#include <string>

#include "content/media_svg.h"

namespace content = lacit::content;

namespace {

/// `width x height` of a root with these attributes, or what is wrong.
std::string size(const std::string& attributes) {
  const auto found = content::measure_svg("<svg xmlns=\"http://www.w3.org/2000/svg\" " + attributes + "/>");
  if (!found) return found.message();
  return std::to_string(found.value().width) + " x " + std::to_string(found.value().height);
}

}  // namespace

TEST_CASE("11.B10: sizes as CSS has them") {
  CHECK(size(R"(viewBox="0 0 960 836")") == "960 x 836");
  CHECK(size(R"(viewBox=" -10,-5.5 , 96.4 83.5 ")") == "96 x 84");
  CHECK(size("viewBox = '0\n0\t40,30'") == "40 x 30");
  CHECK(size(R"(viewBox="0 0 4e2 3E+2")") == "400 x 300");
  CHECK(size(R"(viewBox="+0 -.5 400 300")") == "400 x 300");
  CHECK(size(R"(width="20px" height="10")") == "20 x 10");
  CHECK(size(R"(width="100%" height="100%" viewBox="0 0 4 3")") == "4 x 3");
  CHECK(size(R"(width="100%" height="60" viewBox="0 0 4 3")") == "80 x 60");
  CHECK(size(R"(width="auto" height="60" viewBox="0 0 4 3")") == "80 x 60");
  CHECK(size(R"(width="200" viewBox="0 0 100 50")") == "200 x 100");
  CHECK(size(R"(height="200" viewBox="0 0 100 50")") == "400 x 200");
  CHECK(size(R"(width="100" height="100" viewBox="0 0 200 100")") == "100 x 100");
  CHECK(size(R"(width="100" height="100" viewBox="0 0 200 100" preserveAspectRatio="none")") == "100 x 100");
  CHECK(size(R"(width="1in" height="2.54cm")") == "96 x 96");
  CHECK(size(R"(width="254mm" height="72pt")") == "960 x 96");
  CHECK(size(R"(width="10em" height="6PC")") == "160 x 96");
  CHECK(size(R"(width=" 40 " height="40")") == "40 x 40");
}

TEST_CASE("11.B10: a small drawing keeps its shape in whole pixels") {
  CHECK(size(R"(viewBox="0 0 1 1.5")") == "10 x 15");
  CHECK(size(R"(viewBox="0 0 0.5 0.25")") == "50 x 25");
  CHECK(size(R"(viewBox="0 0 24 24")") == "24 x 24");
}

TEST_CASE("11.B10: a size that browsers guess at is refused with its reason") {
  const std::string mend = "; give it a viewBox, and width and height in pixels or none";
  CHECK(size("") == "the SVG does not tell its size" + mend);
  CHECK(size(R"(width="100%")") == "the SVG does not tell its size" + mend);
  CHECK(size(R"(width="100%" height="100%")") == "the SVG does not tell its size" + mend);
  CHECK(size(R"(width="100")") == "the SVG does not tell its size" + mend);
  CHECK(size(R"(stroke-width="3" viewbox="0 0 9 9")") == "the SVG does not tell its size" + mend);
  CHECK(size(R"(width="0" height="9")") == "the SVG has a width «0», so that nothing is seen" + mend);
  CHECK(size(R"(width="9" height="-9" viewBox="0 0 9 9")") ==
        "the SVG has a height «-9», so that nothing is seen" + mend);
  CHECK(size(R"(width="50vw" height="9")") ==
        "the SVG has a width «50vw», whose unit depends on where it is shown" + mend);
  CHECK(size(R"(width="wide" height="9")") == "the SVG has a width «wide», which is no length" + mend);
  for (const char* box :
       {"0 0 9", "0 0 9 9 9", "0,,0 9 9", ",0 0 9 9", "0 0 9px 9px", "0 0 9. 9", "a b c d", "0;0;9;9"}) {
    CAPTURE(box);
    CHECK(size("viewBox=\"" + std::string(box) + "\"").find(", which is not four numbers") != std::string::npos);
  }
  for (const char* box : {"0 0 0 9", "0 0 9 0", "0 0 -9 9"}) {
    CAPTURE(box);
    CHECK(size("viewBox=\"" + std::string(box) + "\"").find(", in which is no room") != std::string::npos);
  }
  CHECK(size(R"(viewBox="0 0 99999999999999999999 9")").find("65535 pixels") != std::string::npos);
  CHECK(content::measure_svg("<svg viewBox='0 0 9 9'/>").message().find("write xmlns=") != std::string::npos);
  CHECK(content::measure_svg("<svg xmlns='http://www.w3.org/1999/xhtml' viewBox='0 0 9 9'/>").error() ==
        content::not_in_namespace());
}

TEST_CASE("11.B10: a file is an SVG by its first element") {
  for (const char* bytes : {"<svg/>", "<s:svg xmlns:s='x'>", "\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <p> -->\n<svg\n>",
                            "<!DOCTYPE svg [<!ENTITY a \"]>\">]><svg>"}) {
    CAPTURE(bytes);
    CHECK(content::is_svg(bytes));
  }
  for (const char* bytes :
       {"", "<", "<html><svg/></html>", "<svgz>", "text <svg>", "<!-- <svg>", "<!DOCTYPE svg [", "<:svg>"}) {
    CAPTURE(bytes);
    CHECK_FALSE(content::is_svg(bytes));
  }
}
