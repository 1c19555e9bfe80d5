#include "html/shell.h"

#include <doctest/doctest.h>

#include "html/built_in_shell.h"

namespace content = lacit::content;
namespace html = lacit::html;

namespace {

std::vector<std::string> complaints(std::string_view text) {
  std::vector<content::Problem> problems;
  (void)html::Shell::read(text, "shell.html", problems);
  std::vector<std::string> lines;
  lines.reserve(problems.size());
  for (const content::Problem& problem : problems) lines.push_back(content::format(problem));
  return lines;
}

constexpr std::string_view whole =
    "<html lang=\"{{language}}\" dir=\"{{ direction }}\" {{data}}>\n{{head}}\n{{body}}\n</html>\n";

}  // namespace

TEST_CASE("shell: what is compiled in has every slot once") { CHECK(complaints(html::built_in_shell).empty()); }

TEST_CASE("shell: slots are filled, and the body has its place") {
  std::vector<content::Problem> problems;
  const html::Around around =
      html::Shell::read(whole, "shell.html", problems)
          .fill({.language = "en", .direction = "ltr", .data = "data-x=\"1\"", .head = "<title>"});
  CHECK(problems.empty());
  CHECK(around.before == "<html lang=\"en\" dir=\"ltr\" data-x=\"1\">\n<title>\n");
  CHECK(around.after == "\n</html>\n");
}

TEST_CASE("shell: a slot that is unknown is told with its place, and with the one that was meant") {
  std::string text(whole);
  text.insert(text.find("{{head}}"), "{{haed}}");
  CHECK(complaints(text) ==
        std::vector<std::string>{"shell.html:2:1: there is no slot {{haed}}; did you mean \"head\"?"});
}

TEST_CASE("shell: a slot that is missing, never closed, or there twice is told") {
  CHECK(complaints("<p>").size() == 5);
  const std::vector<std::string> open = complaints(std::string(whole) + "{{");
  REQUIRE(open.size() == 1);
  CHECK(open.front().starts_with("shell.html:5:1: there is no slot {{}}; "));
  CHECK(complaints(std::string(whole) + "é {{body}}") ==
        std::vector<std::string>{"shell.html:5:3: the slot {{body}} is there twice; leave one of them out"});
}

TEST_CASE("shell: a language is written in its direction") {
  CHECK(html::direction_of("en-US") == "ltr");
  CHECK(html::direction_of("ar") == "rtl");
  CHECK(html::direction_of("FA-IR") == "rtl");
  CHECK(html::direction_of("fil") == "ltr");
}
