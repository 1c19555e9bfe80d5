// Values that show nothing, in which programs leave names and folders.
#include <doctest/doctest.h>

#include <string>

#include "unit/site/drawings/corpus.h"

namespace {

std::string drawing(const std::string& body) {
  return lacit::tests::cleaned_or_error(R"x(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">)x" + body +
                                        "</svg>");
}

bool is_kept(const std::string& body) { return drawing(body).find(body) != std::string::npos; }

}  // namespace

TEST_CASE("11.B10: results of filters get short names, and standard inputs keep theirs") {
  const std::string cleaned = drawing(
      R"x(<filter id="f"><feFlood result="/home/ana/SECRET"/><feOffset in="SourceAlpha" result="unused SECRET"/>)x"
      R"x(<feBlend in="/home/ana/SECRET" in2="SourceGraphic"/></filter><rect filter="url(#f)"/>)x");
  CHECK(cleaned.find(R"x(<feFlood result="a"/><feOffset in="SourceAlpha"/><feBlend in="a" in2="SourceGraphic"/>)x") !=
        std::string::npos);
}

TEST_CASE("11.B10: a value that is none of its attribute's kind is refused with its place") {
  for (const std::string body : {
           R"x(<path d="M0 0H9 /home/ana/SECRET2"/>)x",
           R"x(<path d="M0 0 a c t s"/>)x",
           R"x(<rect x="/home/ana/SECRET3"/>)x",
           R"x(<rect x="SECRET"/>)x",
           R"x(<rect x="calc(SECRET)"/>)x",
           R"x(<rect width="9SECRET"/>)x",
           R"x(<rect style="stroke-width:SECRET"/>)x",
           R"x(<rect fill="red / SECRET"/>)x",
           R"x(<rect fill="SECRET2"/>)x",
           R"x(<text style="font-family:/home/ana/SECRET4">a</text>)x",
           R"x(<text font-family="/home/ana/SECRET.ttf">a</text>)x",
           R"x(<text font-family="'C:\Users\ana'">a</text>)x",
           R"x(<g systemLanguage="SECRET"/>)x",
           R"x(<linearGradient gradientTransform="SECRET(1)"/>)x",
           R"x(<polygon points="1,2 SECRET"/>)x",
           R"x(<filter id="f"><feBlend mode="SECRET"/></filter>)x",
           R"x(<filter id="f"><feColorMatrix values="1 SECRET"/></filter>)x",
           R"x(<g preserveAspectRatio="SECRET"/>)x",
       }) {
    CAPTURE(body);
    CHECK(drawing(body).starts_with("1:"));
    CHECK(drawing(body).find("; ") != std::string::npos);
  }
  CHECK(drawing("<style>SECRET{fill:red}SECRET .b,rect{fill:red}</style><rect/>").find("SECRET") == std::string::npos);
}

TEST_CASE("11.B10: values as drawing programs write them are kept") {
  for (const std::string body : {
           R"x(<path d="M1.5.5-3-.2a1 1 0 01.5.5ZM1e-3,2"/>)x",
           R"x(<rect transform="matrix(1 0 0 1-3.5-.2)" fill="rgb(1 2 3 / 50%)"/>)x",
           R"x(<rect x="calc(1px + 2px)" fill="color(display-p3 0.1 0.2 0.3)"/>)x",
           R"x(<text x="1 2,3" rotate="10 20" font="12px/1.5 Open Sans, 'Söhne'">a</text>)x",
           R"x(<text style="font-feature-settings:'liga' 1;stroke-dasharray:none;letter-spacing:normal">a</text>)x",
           R"x(<text font-family=".SFNS-Regular, Helvetica Neue, sans-serif">a</text>)x",
           R"x(<switch><g systemLanguage="en, es-MX, zh-Hant-TW"/></switch>)x",
           R"x(<svg preserveAspectRatio="xMidYMid slice" viewBox="0,0 9 9"/>)x",
       }) {
    CAPTURE(body);
    CHECK(is_kept(body));
  }
}

TEST_CASE("11.B10: of an entity it is said what to write in its place") {
  const std::string svg = R"x(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g fill="&c;"/></svg>)x";
  CHECK(lacit::tests::cleaned_or_error("<!DOCTYPE svg [<!ENTITY c \"red\">]>\n" + svg) ==
        "2:62: the entity «c» is used here, and entities are taken for namespaces alone; write what it stands for, "
        "«red»");
  for (const std::string outside : {"SYSTEM \"file:///etc/passwd\"", "PUBLIC \"a\" \"b\""}) {
    CHECK(lacit::tests::cleaned_or_error("<!DOCTYPE svg [<!ENTITY x " + outside + ">]>\n" + svg)
              .find("the entity «x» is taken from elsewhere; delete it") != std::string::npos);
  }
  CHECK(lacit::tests::cleaned_or_error(svg).find("write &amp; for it") != std::string::npos);
}

TEST_CASE("11.B10: a drawing in tiny units gets the size of whole pixels in which it is shown") {
  const auto sized = [](const std::string& box) {
    return lacit::tests::cleaned_or_error("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + box + "\"/>");
  };
  CHECK(sized("0 0 0.001 0.001").find(R"x(width="1" height="1")x") != std::string::npos);
  CHECK(sized("0 0 0.5 0.25").find(R"x(width="50" height="25")x") != std::string::npos);
  CHECK(sized("0 0 1 1.5").find("width=") == std::string::npos);
}

TEST_CASE("11.B10: numbers that are none or too large, and characters that are none, are told as what they are") {
  const auto told = [](const std::string& attributes, const std::string& inside = "") {
    return lacit::tests::cleaned_or_error(R"x(<svg xmlns="http://www.w3.org/2000/svg" )x" + attributes + ">" + inside +
                                          "</svg>");
  };
  const std::string sized = R"x(width="9" height="9")x";
  const auto says = [](const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  };
  for (const std::string none : {"NaN", "Infinity", "-inf", "abc", "undefined"}) {
    CAPTURE(none);
    CHECK(says(told("width=\"" + none + "\" height=\"9\""),
               "«width» is «" + none + "», which is neither a number nor a length; correct or delete it"));
    CHECK(says(told(sized, "<rect height=\"" + none + "\"/>"), "«height» is «" + none + "», which is neither"));
    CHECK(says(told(sized, "<rect style=\"width:" + none + "\"/>"), "«width» is «" + none + "», which is neither"));
    CHECK(says(told("viewBox=\"0 0 " + none + " 9\""), ", which is neither numbers nor a word that drawings know"));
  }
  for (const std::string large : {"1e9", "1e400", "-999999999", "123456789123px"}) {
    CAPTURE(large);
    CHECK(says(told("width=\"" + large + "\" height=\"9\""),
               "«width» is «" + large + "», and browsers draw nothing that large; write a smaller number"));
    CHECK(says(told("viewBox=\"0 0 " + large + " 9\""), ", which is more than browsers draw; write a smaller number"));
  }
  for (const std::string control : {"&#1;", "&#xB;", "&#0;", "&#xFFFF;", "&#xD800;", "&#x;", "&#12345678901;"}) {
    CAPTURE(control);
    const std::string words = "«" + control.substr(0, control.size() - 1) +
                              "», which stands for a character that XML does not allow; delete it";
    CHECK(says(told(sized, "<text>a" + control + "b</text>"), words));
    CHECK(says(told(sized, "<text fill=\"" + control + "\">b</text>"), words));
  }
  CHECK(says(told(sized, "<text>a&nbsp;b</text>"), "«&nbsp», which XML does not know; write the character itself"));
  CHECK(says(told(sized, "<text>a & b; c</text>"), "there is a & that begins nothing known"));
}
