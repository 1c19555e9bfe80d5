#include "drawings/hiding.h"

#include <algorithm>
#include <array>

#include "drawings/numbers.h"

namespace lacit::drawings {
namespace {

/// CSS Display 3, 2, and what browsers know besides.
constexpr std::array displays{"inline",
                              "block",
                              "list-item",
                              "inline-block",
                              "run-in",
                              "contents",
                              "flow",
                              "flow-root",
                              "table",
                              "inline-table",
                              "table-row-group",
                              "table-header-group",
                              "table-row",
                              "table-cell",
                              "table-footer-group",
                              "table-column-group",
                              "table-column",
                              "flex",
                              "table-caption",
                              "inline-flex",
                              "grid",
                              "inline-grid",
                              "ruby",
                              "compact",
                              "marker"};
constexpr std::array inherits{"inherit", "unset", "revert", "revert-layer"};

template <typename List>
bool has(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

/// A number or percentage; what is less than 0 is 0 (CSS Color 4, 3.3), and so is what eight bits cannot tell from it.
Says amount(std::string_view value) {
  constexpr double faintest = 0.5 / 255;
  if (value.find('(') != std::string_view::npos) return Says::unclear;
  const auto number = take_number(value);
  if (!number || (!value.empty() && value != "%")) return Says::nothing;
  return (value.empty() ? *number : *number / 100) > faintest ? Says::shown : Says::hidden;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

/// Takes `name(argument)`; false where the value goes on otherwise.
bool take_call(std::string_view& value, std::string_view& name, std::string_view& argument) {
  const std::size_t open = value.find('(');
  if (open == std::string_view::npos) return false;
  std::size_t end = open + 1;
  for (int depth = 1; depth > 0; ++end) {
    if (end == value.size()) return false;
    depth += value[end] == '(' ? 1 : value[end] == ')' ? -1 : 0;
  }
  name = value.substr(0, open);
  argument = trimmed(value.substr(open + 1, end - open - 2));
  value = trimmed(value.substr(end));
  return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
}

}  // namespace

Says display(std::string_view value) {
  if (value == "none") return Says::hidden;
  if (value == "initial" || has(inherits, value)) return Says::shown;  // What it stands in is shown, or none asked.
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(' '), value.size());
    if (end > 0 && !has(displays, value.substr(0, end))) return Says::nothing;
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return Says::shown;
}

Says visibility(std::string_view value) {
  if (value == "hidden" || value == "collapse") return Says::hidden;
  if (value == "visible" || value == "initial") return Says::shown;
  return has(inherits, value) ? Says::inherited : Says::nothing;
}

/// What it inherits is of what it stands in, and hides that as well.
Says opacity(std::string_view value) {
  return value == "initial" || has(inherits, value) ? Says::shown : amount(value);
}

/// Filter Effects 1, 6.1: of a list that holds `opacity(0)` nothing is seen, unless another filter draws of its own.
Says filter(std::string_view value) {
  if (value == "none" || value == "initial" || has(inherits, value)) return Says::shown;
  Says says = Says::shown;
  bool refers = false;
  for (std::string_view name, argument; !value.empty();) {
    if (!take_call(value, name, argument)) return Says::nothing;
    refers = refers || name == "url";
    if (name != "opacity" || argument.empty()) continue;
    const Says one = amount(argument);
    if (one == Says::nothing || one == Says::unclear) return one;
    if (one == Says::hidden) says = one;
  }
  return says == Says::hidden && refers ? Says::unclear : says;
}

}  // namespace lacit::drawings
