// What the server must know about the site's forms: written by `lacit build`, so that the server needs no content.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/node.h"
#include "forms/rules.h"

namespace lacit::forms {

/// A form, and the page that a visitor without script is answered with.
struct Form {
  std::string id;
  std::vector<forms::FieldRule> rules;
  bool attachments = false;
  document::Tree page;
  document::NodeId heading = document::no_node;  ///< In the page: what was sent, or what hinders it.
  document::NodeId lead = document::no_node;     ///< In the page: the sentence under it.
  document::NodeId home = document::no_node;     ///< In the page: the way home, where no form is to be sent again.
};

/// Sentences by code; and for the pages: `thanks`, `thanks_text`, `again`, `problem`. All that the server says.
using ReplyWords = std::map<std::string, std::string, std::less<>>;

struct FormsFile {
  std::map<std::string, Form, std::less<>> forms;
  ReplyWords words;
  std::string head, foot;  ///< The document around a page's body.
  std::string captcha;     ///< The provider that pages ask, and the key: `turnstile 0x4AAA`; empty: none.
};

[[nodiscard]] std::string write_forms(const FormsFile& file);
[[nodiscard]] base::Result<FormsFile> read_forms(std::string_view json);

/// Where it stands in the finished site.
inline constexpr std::string_view forms_path = "assets/forms.json";

}  // namespace lacit::forms
