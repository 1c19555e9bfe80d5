// What is never shown is not published, whatever hides it; what anybody may see is.
#include <doctest/doctest.h>

#include <string>

#include "unit/site/drawings/corpus.h"

namespace {

std::string drawing(const std::string& body) {
  return lacit::tests::cleaned_or_error(R"x(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">)x" + body +
                                        "</svg>");
}

/// The sheet hides or shows a `<g class="a b" id="i">` in a `<g class="c">`.
std::string ruled(const std::string& sheet, const std::string& attributes = "") {
  return drawing("<style>" + sheet + R"x(</style><g class="c"><g class="a b" id="i" )x" + attributes +
                 "><text>SECRET</text></g></g><text>shown</text>");
}

bool publishes(const std::string& cleaned) {
  CHECK_MESSAGE(cleaned.starts_with("<svg"), cleaned);
  return cleaned.find("SECRET") != std::string::npos;
}

bool publishes_in(const std::string& body) { return publishes(drawing(body)); }

}  // namespace

TEST_CASE("11.B10: what an attribute or a style hides is not published") {
  for (const std::string hiding :
       {R"(display="none")", R"(display=" NONE ")", R"(style="display:none")", R"(style="display:none!important")",
        R"(style="fill:red; Display : /**/ none ! important")", R"(visibility="hidden")", R"(visibility="collapse")",
        R"(style="visibility:hidden")", R"(style="visibility:collapse")", R"(opacity="0")", R"(opacity="0.0")",
        R"(opacity="0%")", R"(opacity="-1")", R"(style="opacity:0")", R"(style="opacity:.0;fill:red")"}) {
    CAPTURE(hiding);
    CHECK_FALSE(publishes_in("<g " + hiding + "><g><text>SECRET</text></g></g>"));
    CHECK_FALSE(publishes_in("<text " + hiding + ">SECRET</text>"));
    CHECK_FALSE(publishes_in("<text>a<tspan " + hiding + ">SECRET</tspan></text>"));
    CHECK(drawing("<g " + hiding + "><text>SECRET</text></g><text>shown</text>").find("shown") != std::string::npos);
  }
}

TEST_CASE("11.B10: what a rule hides is not published") {
  for (const std::string selector :
       {".a", "#i", "g", "*", "text", ".c g", ".c>.a", "g.a.b", "svg > .c text", ".x,.b"}) {
    for (const std::string hiding : {"display:none", "visibility:hidden", "visibility:collapse", "opacity:0"}) {
      CAPTURE(selector);
      CAPTURE(hiding);
      CHECK_FALSE(publishes(ruled(selector + "{" + hiding + "}")));
    }
  }
  CHECK(ruled(".a{display:none}").find("shown") != std::string::npos);
  CHECK_FALSE(publishes(ruled(".a{display:none!important}", "style=\"display:inline\"")));
  CHECK_FALSE(publishes(ruled(".a{display:inline}.a{display:none}")));
  CHECK_FALSE(publishes(ruled("g{display:none}.a{display:nonsense}")));
}

TEST_CASE("11.B10: what another rule, a style or an attribute shows is kept") {
  CHECK(publishes(ruled(".a{display:none}.b{display:inline}")));
  CHECK(publishes(ruled("#i{display:inline}.a.b{display:none}")));
  CHECK(publishes(ruled(".a{display:inline!important}#i{display:none}")));
  CHECK(publishes(ruled(".a{display:none}", "style=\"display:inline\"")));
  CHECK(publishes(ruled(".a{display:inline}", "display=\"none\"")));
  CHECK(publishes(ruled(".a{opacity:0}.b{opacity:.5}")));
  CHECK(publishes(ruled(".x{display:none}.a .c{display:none}.x>.a{opacity:0}")));
  CHECK(publishes_in(R"x(<g display="none!important" opacity=".1"><text>SECRET</text></g>)x"));
}

TEST_CASE("11.B10: in what visibility hides, what is visible again is kept") {
  const std::string cleaned =
      drawing(R"x(<style>.v{visibility:visible}</style><g visibility="hidden"><text>SECRET</text><path d="M7 7"/>)x"
              R"x(<g class="v"><text>one</text></g><text>SECRET<tspan visibility="visible">two</tspan></text></g>)x");
  CHECK_FALSE(publishes(cleaned));
  CHECK(cleaned.find("one") != std::string::npos);
  CHECK(cleaned.find("two") != std::string::npos);
  CHECK(cleaned.find("M7 7") == std::string::npos);
  CHECK_FALSE(publishes_in(R"x(<g display="none"><text visibility="visible" display="inline">SECRET</text></g>)x"));
  CHECK_FALSE(publishes_in(R"x(<g visibility="hidden"><text visibility="inherit">SECRET</text></g>)x"));
}

TEST_CASE("11.B10: of a hidden layer only what the rest refers to is kept") {
  const std::string own =
      R"x(<clipPath id="c"><path d="M7 7"/></clipPath><g clip-path="url(#c)"><text>SECRET</text></g>)x";
  CHECK(drawing("<g display=\"none\">" + own + "</g>").find("M7 7") == std::string::npos);
  CHECK_FALSE(publishes_in("<g display=\"none\">" + own + "</g><path clip-path=\"url(#c)\"/>"));
  CHECK(drawing("<g display=\"none\">" + own + "</g><path clip-path=\"url(#c)\"/>").find("M7 7") != std::string::npos);
  CHECK(publishes_in(R"x(<g opacity="0"><text id="t">SECRET</text></g><use href="#t"/>)x"));
  CHECK(publishes_in(R"x(<g visibility="hidden"><symbol id="t"><text>SECRET</text></symbol></g><use href="#t"/>)x"));
  CHECK_FALSE(publishes_in(R"x(<use visibility="hidden" href="#t"/><symbol id="t"><text>SECRET</text></symbol>)x"));
  CHECK_FALSE(publishes_in(R"x(<g display="none"><use href="#t"/></g><symbol id="t"><text>SECRET</text></symbol>)x"));
  // A rule that matches where it stands need not where it is repeated.
  CHECK(publishes_in(
      R"x(<style>.o .i{display:none}</style><g class="o"><g id="t"><text class="i">SECRET</text></g></g><use href="#t"/>)x"));
}

TEST_CASE("11.B10: what is only referred to stays as it is") {
  for (
      const std::string kept : {
          R"x(<linearGradient id="a" display="none"><stop visibility="hidden" opacity="0"/></linearGradient><path fill="url(#a)"/>)x",
          R"x(<clipPath id="a" visibility="visible"><path opacity="0"/></clipPath><path clip-path="url(#a)"/>)x",
          R"x(<mask id="a" opacity="0"><path/></mask><path mask="url(#a)"/>)x",
          R"x(<defs display="none"><g id="a"><path/></g></defs><use href="#a"/>)x",
      }) {
    CAPTURE(kept);
    CHECK(drawing(kept).find(kept) != std::string::npos);
  }
}

TEST_CASE("11.B10: a hidden child of a switch still hides the ones after it") {
  const std::string cleaned =
      drawing(R"x(<switch><text systemLanguage="en" display="none">SECRET</text><text>SECRET2</text></switch>)x");
  CHECK(cleaned.find(R"x(<switch><g systemLanguage="en"/><text>)x") != std::string::npos);
}

TEST_CASE("11.B10: rules that take long to match are refused") {
  std::string sheet;
  std::string elements;
  for (int i = 0; i < 2000; ++i) {
    sheet += "*{opacity:1}";
    elements += "<g/>";
  }
  CHECK(drawing("<style>" + sheet + "</style>" + elements).find("too many rules for so many elements; ") !=
        std::string::npos);
}

TEST_CASE("11.B10: what an opacity or a filter leaves nothing of is not published, however that is written") {
  for (const std::string hiding : {"opacity:0%", "opacity: 0.0% ", "opacity:-5%", "opacity:0e3", "opacity:.001",
                                   "opacity:0.1%", "filter:opacity(0)", "filter:opacity(0%)", "filter: OPACITY( 0.0 ) ",
                                   "filter:opacity(-1)", "filter:blur(2px) opacity(0)",
                                   "filter:opacity(0) drop-shadow(1px 1px red)", "filter:opacity(.5) opacity(0%)"}) {
    CAPTURE(hiding);
    CHECK_FALSE(publishes_in("<g style=\"" + hiding + "\"><text>SECRET</text></g>"));
    CHECK_FALSE(publishes(ruled(".a{" + hiding + "}")));
    const std::size_t colon = hiding.find(':');
    CHECK_FALSE(
        publishes_in("<text " + hiding.substr(0, colon) + "=\"" + hiding.substr(colon + 1) + "\">SECRET</text>"));
  }
  for (const std::string showing :
       {"opacity:1%", "opacity:.01", "opacity:100%", "opacity:initial", "filter:none", "filter:opacity()",
        "filter:opacity(1%)", "filter:opacity(50%) blur(1px)", "filter:brightness(0)", "filter:opacity(0) nonsense",
        "filter:opacity(0),blur(1px)", "filter:opacity(0 0)", "filter:opacity(0);filter:none"}) {
    CAPTURE(showing);
    CHECK(publishes_in("<g style=\"" + showing + "\"><text>SECRET</text></g>"));
  }
  CHECK(publishes(ruled(".a{filter:opacity(0)}.b{filter:none}")));
}

TEST_CASE("11.B10: an opacity that must be computed to know whether anything is seen is refused at its place") {
  for (const std::string unclear : {"opacity:calc(0)", "opacity:calc(1 - 1)", "opacity:min(0, 1)", "opacity:max(0,0%)",
                                    "filter:opacity(calc(0))", "filter:opacity(0) url(#f)"}) {
    CAPTURE(unclear);
    for (const std::string& told :
         {drawing("<g style=\"" + unclear + "\"><text>SECRET</text></g>"), ruled(".a{" + unclear + "}")}) {
      CHECK(told.find("so that nobody can tell here whether anything is seen; write a plain number") !=
            std::string::npos);
    }
  }
  CHECK(publishes(ruled(".a{opacity:calc(0)}#i{opacity:1}")));
  CHECK_FALSE(publishes_in(R"x(<g display="none"><text opacity="calc(0)">SECRET</text></g>)x"));
}

TEST_CASE("11.B10: what is for no language or needs an extension without a name is shown to nobody (SVG 2, 5.8)") {
  for (const std::string never :
       {R"x(systemLanguage="")x", R"x(systemLanguage=" ")x", R"x(systemLanguage=",")x", R"x(requiredExtensions="")x",
        R"x(requiredExtensions=" ")x", R"x(requiredExtensions="http://ns.example/")x"}) {
    CAPTURE(never);
    CHECK_FALSE(publishes_in("<g " + never + "><text>SECRET</text></g>"));
    CHECK_FALSE(publishes_in("<text>a<tspan " + never + ">SECRET</tspan></text>"));
    CHECK_FALSE(publishes_in("<g " + never + " id=\"t\"><text>SECRET</text></g><use href=\"#t\"/>"));
    const std::string chosen =
        drawing("<switch><text " + never + ">SECRET</text><text>shown</text><text>later</text></switch>");
    CHECK_FALSE(publishes(chosen));
    CHECK(chosen.find("shown") != std::string::npos);
    // A clip's own conditions do not count: without it more would be seen.
    const std::string clipped =
        drawing("<clipPath id=\"c\" " + never + "><path d=\"M7 7\"/></clipPath><path clip-path=\"url(#c)\"/>");
    CHECK(clipped.find("M7 7") != std::string::npos);
  }
  CHECK(publishes_in(R"x(<g systemLanguage="en"><text>SECRET</text></g>)x"));
}
