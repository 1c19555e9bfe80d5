#include "html/shell.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "html/built_in_shell.h"

namespace lacit::html {
namespace {

constexpr std::array<std::string_view, 5> slot_names{"language", "direction", "data", "head", "body"};
constexpr std::string_view opening = "{{", closing = "}}";

/// Languages whose usual script runs from right to left (CLDR, characterOrder).
constexpr std::array<std::string_view, 12> right_to_left{"ar", "arc", "ckb", "dv", "fa", "he",
                                                         "ks", "ps",  "sd",  "ug", "ur", "yi"};

content::Problem problem_at(std::string_view text, std::size_t offset, const std::string& file) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {.file = file,
          .line = 1 + static_cast<int>(std::ranges::count(before, '\n')),
          .column = 1 + static_cast<int>(base::code_point_count(before.substr(line_start))),
          .pointer = {},
          .what = {},
          .mend = {}};
}

std::string written(std::string_view name) { return "{{" + std::string(name) + "}}"; }

}  // namespace

Shell Shell::read(std::string_view text, const std::string& file, std::vector<content::Problem>& problems) {
  const std::size_t before = problems.size();
  Shell shell(text, file, problems);
  if (problems.size() != before) return built_in();
  return shell;
}

Shell::Shell(std::string_view text, const std::string& file, std::vector<content::Problem>& problems) {
  const auto complain = [&](std::size_t offset, std::string what, std::string mend) {
    content::Problem problem = problem_at(text, offset, file);
    problem.what = std::move(what);
    problem.mend = std::move(mend);
    problems.push_back(std::move(problem));
  };
  std::size_t at = 0;
  for (std::size_t open = text.find(opening); open != std::string_view::npos; open = text.find(opening, at)) {
    const std::size_t close = text.find(closing, open);
    const std::size_t end = close == std::string_view::npos ? text.size() : close + closing.size();
    const std::string_view name = base::trimmed(text.substr(open + 2, std::min(close, text.size()) - open - 2));
    if (std::ranges::find(slot_names, name) == slot_names.end()) {
      complain(open, "there is no slot " + written(content::excerpt(name)), base::suggestion(name, slot_names));
    } else if (std::ranges::find(pieces_, name, &Piece::slot) != pieces_.end()) {
      complain(open, "the slot " + written(name) + " is there twice", "leave one of them out");
    }
    pieces_.push_back({std::string(text.substr(at, open - at)), std::string(name)});
    at = end;
  }
  pieces_.push_back({std::string(text.substr(at)), {}});
  for (const std::string_view name : slot_names) {
    if (std::ranges::find(pieces_, name, &Piece::slot) != pieces_.end()) continue;
    complain(0, "the slot " + written(name) + " is missing", "add it where shell.html in the project's folder has it");
  }
}

const Shell& Shell::built_in() {
  static const Shell shell = [] {
    std::vector<content::Problem> none;  // As a unit test makes sure.
    return Shell(built_in_shell, "shell.html", none);
  }();
  return shell;
}

Around Shell::fill(const ShellSlots& slots) const {
  Around around;
  std::string* text = &around.before;
  for (const Piece& piece : pieces_) {
    *text += piece.text;
    if (piece.slot == "language") *text += slots.language;
    if (piece.slot == "direction") *text += slots.direction;
    if (piece.slot == "data") *text += slots.data;
    if (piece.slot == "head") *text += slots.head;
    if (piece.slot == "body") text = &around.after;
  }
  return around;
}

std::string_view direction_of(std::string_view language) {
  const std::string first = base::lower(language.substr(0, language.find('-')));
  return std::ranges::find(right_to_left, first) == right_to_left.end() ? "ltr" : "rtl";
}

}  // namespace lacit::html
