// What the loader accepts, as data: each reading function declares its keys, and the same declarations give this shape.
// A test holds it against content/schema/*.schema.json, so that what an editor's program completes is what loads.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/json.h"

namespace lacit::content {

struct Shape {
  std::string key;  ///< In its object; empty for items and roots.
  bool required = false;
  json::Kind kind = json::Kind::object;
  std::size_t least = 0;             ///< Characters of a text, items of a list.
  std::size_t most = 0;              ///< The same; of a number its largest value.
  std::string pattern;               ///< Of a text; empty: none.
  std::vector<std::string> allowed;  ///< A text's values; empty: any.
  std::vector<Shape> keys;           ///< Of an object.
  std::vector<Shape> items;          ///< Of a list or map: one, of each value. Of a section: one each kind.
};

[[nodiscard]] Shape site_shape();
[[nodiscard]] Shape page_shape();

}  // namespace lacit::content
