// How a problem is shown.
#include "content/problem.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "content/text_rules.h"

namespace lacit::content {
namespace {

/// JSON may say ESC as \u001b, even in a key that a message quotes.
std::string harmless(const std::string& text) {
  std::string clean;
  char32_t code_point = 0;
  for (std::size_t at = 0, used = 0; (used = base::decode(text, at, code_point)) != 0; at += used) {
    if (is_invisible(code_point) || code_point == base::replacement_character) {
      clean += "\uFFFD";
    } else {
      clean.append(text, at, used);
    }
  }
  return clean;
}

}  // namespace

std::string excerpt(std::string_view text) {
  constexpr int longest = 60;
  char32_t code_point = 0;
  std::size_t end = 0;
  for (int count = 0; count < longest; ++count) end += base::decode(text, end, code_point);
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

Problem problem_in(std::string file, const base::Error& error) {
  return {std::move(file), std::max(1, error.line), std::max(1, error.column), "", error.what, error.mend};
}

std::string format(const Problem& problem) {
  const std::string place = problem.file + ':' + std::to_string(problem.line) + ':' + std::to_string(problem.column);
  const std::string pointer = problem.pointer.empty() ? "" : ' ' + problem.pointer;
  return harmless(place + pointer + ": " + problem.what + (problem.mend.empty() ? "" : "; " + problem.mend));
}

}  // namespace lacit::content
