#include "forms_file/forms_file.h"

#include <doctest/doctest.h>

namespace forms = lacit::forms;

namespace {

forms::FormsFile one_form() {
  forms::FormsFile file{
      .forms = {}, .words = {{"thanks", "Thank you"}}, .head = "<html>", .foot = "</html>", .captcha = {}};
  file.forms["contact"] = {
      .id = "contact",
      .rules =
          {{.name = "topic", .type = forms::FieldType::select, .required = true, .max_length = 0, .options = {"a"}}},
      .attachments = true,
      .page = {}};
  return file;
}

}  // namespace

TEST_CASE("forms.json comes back as it was written") {
  const auto read = forms::read_forms(forms::write_forms(one_form()));
  REQUIRE(read);
  CHECK(read.value().foot == "</html>");
  const forms::Form& form = read.value().forms.at("contact");
  CHECK(form.attachments);
  CHECK(form.rules.front().type == forms::FieldType::select);
  CHECK(form.rules.front().options == std::vector<std::string>{"a"});
}

TEST_CASE("forms.json of another build is refused, and the message says what to do") {
  std::string text = forms::write_forms(one_form());
  const std::size_t at = text.find("\"version\": \"") + 12;
  text.replace(at, 4, "zzzz");
  const auto read = forms::read_forms(text);
  REQUIRE_FALSE(read);
  CHECK(read.message().find("was written by another build of lacit (version zzzz") != std::string::npos);
  CHECK(read.message().find("build the site with this lacit") != std::string::npos);
  const auto damaged = forms::read_forms("{");
  REQUIRE_FALSE(damaged);
  CHECK(damaged.message().find("is damaged") != std::string::npos);
}
