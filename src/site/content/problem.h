// A mistake in the content: where it stands, what is wrong and how to mend it, in words for an editor.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace lacit::content {

struct Problem {
  std::string file;
  int line = 1;         ///< From 1.
  int column = 1;       ///< From 1, in code points.
  std::string pointer;  ///< JSON pointer (RFC 6901) into the file; empty: the file as a whole.
  std::string what;
  std::string mend;
};

/// An error as a problem of that file: at its own place, or at the file's beginning.
[[nodiscard]] Problem problem_in(std::string file, const base::Error& error);

/// `file:line:column /pointer: what is wrong; how to mend it`, the form that editors' programs turn into a link.
/// Control characters in it become U+FFFD: content must not steer a terminal.
[[nodiscard]] std::string format(const Problem& problem);

/// A piece of content as a message quotes it: at most 60 characters, then an ellipsis.
[[nodiscard]] std::string excerpt(std::string_view text);

}  // namespace lacit::content
