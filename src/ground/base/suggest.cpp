// Edit distance over three rows; words are short, so no cleverness.
#include "base/suggest.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"

namespace lacit::base {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> two_before(b.size() + 1), before(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) before[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({replace, before[j] + 1, now[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) now[j] = std::min(now[j], two_before[j - 2] + 1);
    }
    two_before.swap(before);
    before.swap(now);
  }
  return before[b.size()];
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> allowed) {
  constexpr std::size_t longest = 40;  // Nobody misspells a key at greater length; hostile files may try.
  if (word.size() > longest) return {};
  std::string_view best;
  std::size_t least = longest;
  for (const std::string_view candidate : allowed) {
    const std::size_t distance = edit_distance(lower(word), lower(candidate));
    const std::size_t tolerance = std::max<std::size_t>(1, candidate.size() / 3);
    if (distance <= tolerance && distance < least && distance < candidate.size()) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

std::string suggestion(std::string_view word, std::span<const std::string_view> allowed) {
  if (const std::string_view near = nearest(word, allowed); !near.empty()) {
    return "did you mean \"" + std::string(near) + "\"?";
  }
  std::string list = "use ";
  for (std::size_t i = 0; i < allowed.size(); ++i) {
    if (i > 0) list += i + 1 == allowed.size() ? " or " : ", ";
    list += allowed[i];
  }
  return list;
}

}  // namespace lacit::base
