// What is kept, spelt as it was, and where a message points.
#include "drawings/clean.h"

#include <doctest/doctest.h>

#include <string>

#include "unit/site/drawings/corpus.h"

using namespace std::string_literals;
namespace drawings = lacit::drawings;
using lacit::tests::cleaned_or_error;

namespace {

const std::string begin = R"x(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">)x";

/// What is inside of the root, or the error.
std::string inside(const std::string& body) {
  const std::string cleaned = cleaned_or_error(begin + body + "</svg>");
  if (!cleaned.starts_with(begin)) return cleaned.ends_with("/>\n") ? "" : cleaned;
  return cleaned.substr(begin.size(), cleaned.size() - begin.size() - 7);
}

}  // namespace

TEST_CASE("11.B10: what is drawn is kept as it is spelt") {
  for (
      const std::string kept : {
          R"x(<path fill="none" stroke="#418F8A" stroke-width=".50" d="M176 504h96M220-560.0e1l70,70z"/>)x",
          R"x(<g transform="translate(752 446) scale(.62)"><circle cx="1" cy="2" r="3"/></g>)x",
          R"x(<text x="1" y="2" font-family="'Open Sans',sans-serif">a &lt; b &amp; <tspan dx="1">c  d</tspan></text>)x",
          R"x(<rect width="9" height="9" style="fill:rgb(1,2,3);mix-blend-mode:multiply"/>)x",
          R"x(<linearGradient id="a"><stop stop-color="#fff"/></linearGradient><path fill="url(#a)"/>)x",
          R"x(<defs><g id="a"><path/></g></defs><use href="#a" x="4"/>)x",
      }) {
    CHECK(inside(kept) == kept);
  }
}

TEST_CASE("11.B10: a style sheet is read and printed anew") {
  CHECK(inside("<style type='text/css'><![CDATA[ /* Ana */ .cls-1 , path.b  g > #c { fill : red ; -x-y: z; } p{a:b} "
               "]]></style>"
               "<g class='cls-1 b' id='c'/>") ==
        R"x(<style>.a,path.b g&gt;#a{fill:red}</style><g class="a b" id="a"/>)x");
  CHECK(inside("<style>rect:hover{fill:red}</style>").find("the selector «rect:hover»") != std::string::npos);
  CHECK(inside("<style media='print'>path{fill:red}</style>").empty());
}

TEST_CASE("11.B10: prefixes are resolved, not read as names") {
  const std::string drawing =
      R"x(<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><s:g s:fill="red" fill="blue"><path xmlns=""/><q xmlns="http://www.w3.org/2000/svg" xmlns:s="urn:x"/></s:g></s:svg>)x";
  CHECK(cleaned_or_error(drawing) ==
        "1:109: <q> is no part of a drawing that browsers know; delete it, or export the drawing anew");
  CHECK(
      cleaned_or_error(
          R"x(<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><s:g s:fill="red" fill="blue"><path/></s:g></s:svg>)x") ==
      begin + "<g fill=\"blue\"/></svg>\n");
  CHECK(inside(R"x(<g xmlns:l="http://www.w3.org/1999/xlink" id="x"><use l:href="#x2"/></g><g id="x2"/>)x") ==
        R"x(<g><use href="#a"/></g><g id="a"/>)x");
}

TEST_CASE("11.B10: ids and classes that nothing asks for go, the others get new names") {
  CHECK(inside(R"x(<g id="Ana Secret" class="of-ana"/>)x") == "<g/>");
  CHECK(inside(R"x(<path id="p" style="clip-path:url( '#q' )"/><clipPath id="q"><path/></clipPath>)x") ==
        R"x(<path style="clip-path:url(#a)"/><clipPath id="a"><path/></clipPath>)x");
  CHECK(inside(R"x(<use href="#gone"/>)x") == "<use/>");
}

TEST_CASE("11.B10: what is hidden or unused is not published") {
  CHECK(
      inside(
          R"x(<g display="none"><text>home number</text></g><defs><path d="M1 1"/><g id="b"/></defs><use href="#b"/>)x") ==
      R"x(<defs><g id="a"/></defs><use href="#a"/>)x");
  CHECK(inside(R"x(<g style="fill:red;display:none"><path id="b"/></g><use href="#b"/>)x").find("<path id=\"a\"/>") !=
        std::string::npos);
}

TEST_CASE("11.B10: a message points to line and column") {
  CHECK(cleaned_or_error(begin + "\n<g>\n  <rect/>é<script>1</script></g></svg>") ==
        "3:11: <script> makes the drawing a program; delete it, a picture needs none");
  CHECK(cleaned_or_error("\xEF\xBB\xBF" + begin + "<script/></svg>")
            .starts_with("1:" + std::to_string(begin.size() + 1) + ": "));
  CHECK(cleaned_or_error(begin + "<text>a\x01</text></svg>").starts_with("1:66: there is a control character"));
  CHECK(cleaned_or_error(begin + "<text>\xC3</text></svg>").starts_with("1:65: a letter is not in UTF-8"));
  CHECK(cleaned_or_error(begin + "<text>"s + '\0' + "</text></svg>").starts_with("1:65: there is a control character"));
  CHECK(cleaned_or_error(begin.substr(0, 30)).find("does not end") != std::string::npos);
  CHECK(cleaned_or_error("").find("there is no drawing") != std::string::npos);
}

TEST_CASE("11.B10: bitmaps in a drawing are drawn anew, and told of where that fails") {
  const std::string image =
      begin + R"x(<image width="1" href="data:image/jpeg;charset=x;base64,QU JD&#10;RA=="/></svg>)x";
  std::string given;
  const auto redrawn = [&given](std::string_view base64) -> lacit::base::Result<std::string> {
    given = base64;
    return "data:image/png;base64,WA=="s;
  };
  const auto drawing = drawings::cleaned(image, redrawn);
  REQUIRE(drawing);
  CHECK(given == "QUJDRA==");
  CHECK(drawing.value().bytes == begin + "<image width=\"1\" href=\"data:image/png;base64,WA==\"/></svg>\n");
  CHECK(drawings::cleaned(image).message() ==
        "1:59: of a picture in the drawing: this drawing may hold none; export it without, or trace the picture");
}

TEST_CASE("11.B10: a ground of the whole drawing becomes a part of it, wherever that is looked at") {
  const auto with_style = [](const std::string& style, const std::string& box = "viewBox=\"-5 0 9 18\"") {
    return cleaned_or_error(R"x(<svg xmlns="http://www.w3.org/2000/svg" )x" + box + " style=\"" + style +
                            "\"><path d=\"M0 0h9\"/></svg>");
  };
  const std::string ground = R"x(<rect x="-5" y="0" width="9" height="18" fill="rgb(255, 255, 255)"/><path)x";
  CHECK(with_style("background-color: rgb(255, 255, 255);").find(ground) != std::string::npos);
  CHECK(with_style("background: rgb(255, 255, 255)").find(ground) != std::string::npos);
  CHECK(with_style("background:#eee", "width=\"20\" height=\"10\"")
            .find(R"x(<rect x="0" y="0" width="20" height="10" fill="#eee"/>)x") != std::string::npos);
  for (const char* none :
       {"background:none", "background-color:transparent", "background:initial", "background-color:inherit"}) {
    CAPTURE(none);
    const std::string cleaned = with_style(none);
    CHECK(cleaned.find("<path") != std::string::npos);
    CHECK(cleaned.find("<rect") == std::string::npos);
  }
}

TEST_CASE("11.B10: a style by which only browsers draw is named, and what does nothing is left out") {
  for (const std::string style :
       {"rotate:45deg", "scale:2", "translate:10px 0", "zoom:2", "all:unset", "d:path('M0 0')",
        "offset-path:path('M0 0L8 8')", "-webkit-mask-image:linear-gradient(#000,#fff)",
        "background:linear-gradient(red,blue)", "border-image:none 5"}) {
    CAPTURE(style);
    const std::string outcome = inside("<path d=\"M0 0\" style=\"" + style + "\"/>");
    CHECK(outcome.find("the style sets «" + style.substr(0, style.find(':')) + "», by which only some programs draw") !=
          std::string::npos);
    const std::string by_rule = inside("<style>path{" + style + "}</style><path d=\"M0 0\"/>");
    CHECK(by_rule.find("by which only some programs draw") != std::string::npos);
  }
  CHECK(inside(R"x(<path d="M0 0" style="rotate:none;scale:1;zoom:normal;-inkscape-stroke:none"/>)x") ==
        R"x(<path d="M0 0"/>)x");
}
