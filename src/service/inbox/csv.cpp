#include "inbox/csv.h"

#include "base/safe_text.h"
#include "base/utf8.h"

namespace lacit::inbox {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// What begins a formula or a command (OWASP, «CSV Injection»; `|` and `%` in old programs), also as the wide and small
/// forms that programs take for the same.
bool begins_formula(char32_t c) {
  return is_one_of(c, U"=+-@|%\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212\uFF5C\uFF05");
}

/// After which some program begins a cell although ours has not ended: one that splits at semicolons or tabs, as
/// spreadsheets of half the world do, knows nothing of quotes within what it takes for a cell.
bool separates(char32_t c) { return is_one_of(c, U";\t\n\v\f\r\u0085\u2028\u2029\uFF1B"); }

/// What is passed over in search of a cell's beginning: blanks of every width, quotes, and what is not seen at all.
bool is_passed_over(char32_t c) {
  return c <= ' ' || is_one_of(c, U",\"\u00A0\u00AD\u034F\u1680\u180E\u202F\u205F\u3000\uFEFF\uFFFD") ||
         base::is_control(c) || base::is_bidi_control(c) || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

/// With a `'` at the beginning of each cell that somebody may find and take for a formula.
std::string neutral(std::string_view text) {
  // A blank of these first is enough for some (OWASP).
  std::string out(!text.empty() && is_one_of(static_cast<unsigned char>(text.front()), U"\t\n\r") ? "'" : "");
  std::size_t cell = 0;
  bool begins = true;
  for (std::size_t at = 0; at < text.size();) {
    char32_t code_point = 0;
    const std::size_t used = base::decode(text, at, code_point);
    if (begins && begins_formula(code_point)) out.insert(cell, "'");
    out += text.substr(at, used);
    at += used;
    if (separates(code_point)) {
      begins = true;
      cell = out.size();
    } else if (!is_passed_over(code_point)) {
      begins = false;
    }
  }
  return out;
}

/// Directions end with their line (UAX 9, P1). Letters that merely run to the left are let be: the cell is their own.
std::string with_directions_ended(const std::string& text) {
  if (!base::has_bidi_controls(text)) return text;
  std::string out;
  for (const std::string_view line : base::lines_of(text)) {
    out += (out.empty() ? "" : "\n") + (base::has_bidi_controls(line) ? base::isolated(line) : std::string(line));
  }
  return out;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell = "\"";
  for (const char c : with_directions_ended(base::shown(neutral(text), "\t\n"))) {
    cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  }
  return cell + "\"";
}

std::string csv_record(const std::vector<std::string>& cells) {
  std::string record;
  for (const std::string& cell : cells) (record += record.empty() ? "" : ",") += csv_cell(cell);
  return record + "\r\n";
}

}  // namespace lacit::inbox
