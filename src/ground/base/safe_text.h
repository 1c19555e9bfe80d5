// Text of strangers that stands among ours, on a terminal, in a mail, in a spreadsheet: nothing in it moves a cursor,
// begins a line where we did not, or turns the direction of what stands around it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lacit::base {

/// Unicode Standard Annex 9, 2: marks, embeddings, overrides and isolates.
[[nodiscard]] bool is_bidi_control(char32_t code_point);

/// C0, DEL and C1 (ECMA-48).
[[nodiscard]] bool is_control(char32_t code_point);

[[nodiscard]] bool has_bidi_controls(std::string_view text);

/// The lines that any program may see in the text: ended by CR LF, LF, CR, VT, FF, NEL, or one of Unicode's two
/// separators (Unicode 5.8).
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

/// With each control as a sign that shows it (`␛`), but for those in `kept`; what is not UTF-8 as U+FFFD. A byte of C1
/// that stands alone, which old terminals obey, is not UTF-8.
[[nodiscard]] std::string shown(std::string_view text, std::string_view kept = {});

/// A line in pieces of so many columns at most, ended after a blank where there is one: what wraps a longer line begins
/// its rest at the edge, where our own words begin. Wide letters take two columns (UAX 11, from Hangul on).
[[nodiscard]] std::vector<std::string_view> wrapped(std::string_view line, std::size_t columns);

/// A line whose direction ends with it: where it has letters of scripts that run to the left or controls of direction,
/// it stands in an isolate of its own (UAX 9, 2.4.2), with what it opens closed and what it only closes shown.
[[nodiscard]] std::string isolated(std::string_view line);

/// All of it: one line, whatever the text was.
[[nodiscard]] std::string one_line(std::string_view text);

/// So many bytes at most, ended at a whole character and with an ellipsis where there was more.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

}  // namespace lacit::base
