// Why a text is no JSON, in words for somebody who has never heard of a parser.
#pragma once

#include <string_view>
#include <vector>

#include "content/json.h"
#include "content/json_tracker.h"

namespace lacit::content::json {

/// A container that is still open where the reading stopped.
struct Open {
  Kind kind = Kind::object;
  Position position;
};

/// What the lexer says went wrong.
enum class Sort {
  unexpected,  ///< A token where it may not stand.
  end,         ///< The bytes ended.
  bad_text,    ///< A bad escape or control character in a text.
  bad_number,
  bad_word,   ///< Neither true nor false nor null.
  too_large,  ///< A number beyond a double's range.
};

/// What the reader knew when it stopped.
struct Stop {
  std::string_view bytes;
  const Tracker* tracker = nullptr;
  Sort sort = Sort::unexpected;
  Mark token{};              ///< Where the token begins at which it stopped.
  std::vector<Open> open{};  ///< Outermost first.
  bool after_key = false;    ///< A key was read, its value was not.
  bool complete = false;     ///< The outermost value is closed.
};

/// The fault at the stop; its pointer is left empty.
[[nodiscard]] Fault diagnose(const Stop& stop);

}  // namespace lacit::content::json
