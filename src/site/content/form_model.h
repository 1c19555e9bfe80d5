// The part of the content model that forms are, with their fields.
#pragma once

#include <string>
#include <vector>

#include "forms/field_types.h"

namespace lacit::content {

struct Option {
  std::string value;
  std::string label;
};

struct Field {
  std::string name;
  std::string label;
  std::string hint;
  std::string autocomplete;
  forms::FieldType type = forms::FieldType::text;
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
