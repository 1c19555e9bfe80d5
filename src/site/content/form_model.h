// The part of the content model that forms are, with their fields.
#pragma once

#include <string>
#include <vector>

namespace lacit::content {

enum class FieldType { text, email, tel, select, textarea, checkbox };

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

}  // namespace lacit::content
