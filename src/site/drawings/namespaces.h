// Which namespace a name belongs to (Namespaces in XML 1.0, 3rd edition).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "drawings/xml_check.h"

namespace lacit::drawings {

inline constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace";
inline constexpr std::string_view xlink_namespace = "http://www.w3.org/1999/xlink";

/// `name` or `prefix:name`.
struct Name {
  std::string_view prefix;
  std::string_view local;
};
[[nodiscard]] Name split(std::string_view qualified);

/// Whether it is `xmlns` or `xmlns:…`.
[[nodiscard]] bool is_declaration(std::string_view qualified);

/// The declarations around a place in the tree.
class Namespaces {
 public:
  explicit Namespaces(const Entities& entities) : entities_(entities) {}

  /// An attribute that is_declaration().
  void declare(std::string_view qualified, std::string_view value);
  /// Nothing where the prefix is not declared. The empty prefix belongs to elements: attributes without one are in no
  /// namespace.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view prefix) const;

  [[nodiscard]] std::size_t depth() const { return declared_.size(); }
  /// Forgets what was declared since.
  void leave(std::size_t depth) { declared_.resize(depth); }

 private:
  const Entities& entities_;
  std::vector<std::pair<std::string, std::string>> declared_;
};

}  // namespace lacit::drawings
