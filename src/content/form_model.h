// The part of the content model that forms are: their fields, what they say, and who checks against spam.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace lacit::content {

enum class FieldType { text, email, tel, select, textarea, file, checkbox };

struct Option {
  std::string value;
  std::string label;
};

struct Field {
  std::string name;
  std::string label;
  std::string hint;
  std::string autocomplete;
  FieldType type = FieldType::text;
  bool required = false;
  int max_length = 0;  ///< Characters; 0: the type's own limit.
  std::vector<Option> options;
};

struct Form {
  std::string send;  ///< The button's label.
  std::vector<Field> fields;
  std::string attach;       ///< «Attach Files»; empty: no attachments.
  std::string attachments;  ///< «Attachments ({n})».
};

/// What forms say, by code: those that replace the English of src/forms/words.cpp.
using FormWords = std::map<std::string, std::string, std::less<>>;

/// A provider that checks senders of forms against spam, in place of the proof of work.
struct Captcha {
  std::string provider;  ///< `recaptcha`, `hcaptcha`, `turnstile`
  std::string site_key;
};

}  // namespace lacit::content
