// The slips that editors make, most telling first: each rule looks at the token at which the reader stopped and at
// what stood before it. The first rule that knows an answer gives it.
#include "content/json_diagnosis.h"

#include <optional>
#include <string>

namespace lacit::content::json {
namespace {

using Answer = std::optional<Fault>;

Fault fault(const Mark& mark, std::string what, std::string mend) {
  return {mark.position, "", std::move(what), std::move(mend)};
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_sign(char c) { return std::string_view("{}[],:").find(c) != std::string_view::npos; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The last byte that is no white space before `offset`, or NUL.
char before(std::string_view bytes, std::size_t offset) {
  while (offset > 0 && is_space(bytes[offset - 1])) --offset;
  return offset > 0 ? bytes[offset - 1] : '\0';
}

/// The rest of a number, literal or unquoted text.
std::string_view word_at(std::string_view bytes, std::size_t offset) {
  const std::string_view rest = bytes.substr(offset);
  return rest.substr(0, rest.find_first_of(" \t\r\n,:{}[]\";")).substr(0, 40);
}

std::string in_words(const Open& open) {
  return std::string(open.kind == Kind::object ? "{" : "[") + " of line " + std::to_string(open.position.line);
}

Answer end_of_file(const Stop& stop) {
  if (stop.tracker->in_text() && stop.tracker->here().offset == stop.bytes.size()) {
    return fault(stop.tracker->text(), "this text never ends", "add the closing quote \"");
  }
  // Of an empty text the lexer says something else, and the token's mark is beyond the bytes then.
  if (stop.sort != Sort::end && stop.token.offset < stop.bytes.size()) return {};
  const Mark& end = stop.tracker->here();
  if (stop.open.empty()) return fault(end, "the file is empty", "write the object { … } that its schema describes");
  return fault(end, "the file ends, but the " + in_words(stop.open.back()) + " is still open",
               std::string("add the missing ") + (stop.open.back().kind == Kind::object ? "}" : "]"));
}

Answer within_text(const Stop& stop) {
  if (stop.sort != Sort::bad_text) return {};
  const std::size_t last = stop.tracker->here().offset - 1;
  const auto byte = static_cast<unsigned char>(stop.bytes[last]);
  if (byte == '\n' || byte == '\r') {
    return fault(stop.tracker->text(), "this text goes over the end of the line",
                 "close it with \" on the same line, or join the lines");
  }
  if (byte < 0x20) {
    return fault({last, position_of(stop.bytes, last)}, "a tab or control character inside text",
                 "replace it by a space");
  }
  return fault({last, position_of(stop.bytes, last)}, "a backslash that JSON does not know",
               R"(write \\ for a backslash and \" for a quote; \u needs four digits or letters a-f)");
}

Answer number(const Stop& stop) {
  if (stop.sort == Sort::too_large) {
    return fault(stop.token, "a number that is too large", "write a smaller number");
  }
  const std::string_view word = word_at(stop.bytes, stop.token.offset);
  if (word.empty() || std::string_view("0123456789+-.").find(word[0]) == std::string_view::npos) return {};
  const bool leading_zero = word.size() > 1 && word[0] == '0' && is_digit(word[1]);
  const bool odd = word.find_first_not_of("0123456789") != std::string_view::npos;
  if (!leading_zero && !odd) return {};
  return fault(stop.token, "«" + std::string(word) + "» is no number as JSON writes it",
               "write digits only, without a zero in front; put anything else in quotes");
}

Answer foreign_sign(const Stop& stop) {
  const std::string_view rest = stop.bytes.substr(stop.token.offset);
  if (rest.starts_with("'")) return fault(stop.token, "a single quote", "use double quotes \"");
  for (const std::string_view quote : {"“", "”", "„", "«", "‘", "’"}) {
    if (rest.starts_with(quote)) {
      return fault(stop.token, "a typographic quote around a key or text", "use straight double quotes \"");
    }
  }
  if (rest.starts_with("/") || rest.starts_with("#")) return fault(stop.token, "a comment; JSON has none", "delete it");
  const std::size_t last = stop.tracker->here().offset - 1;
  if (stop.bytes[last] == ';') {
    return fault({last, position_of(stop.bytes, last)}, "a semicolon", "use a comma");
  }
  return {};
}

Answer wrong_close(const Stop& stop) {
  const Mark& token = stop.token;
  const char sign = stop.bytes[token.offset];
  if (sign != '}' && sign != ']') return {};
  if (before(stop.bytes, token.offset) == ',') {
    return fault(token, std::string("a comma before this ") + sign, "delete the comma, or add what should follow it");
  }
  if (stop.after_key) return fault(token, "a key without a value", "add a colon and the value");
  if (stop.open.empty()) return {};
  const Open& open = stop.open.back();
  if ((open.kind == Kind::object) == (sign == '}')) return {};
  return fault(token, std::string("this ") + sign + " does not match the " + in_words(open),
               std::string("close that one with ") + (open.kind == Kind::object ? "}" : "]") + " first");
}

Answer after_the_end(const Stop& stop) {
  if (!stop.complete) return {};
  return fault(stop.token, "something stands after the end of the content",
               "delete it, or look for a } or ] that closes too early");
}

/// A value, key or colon may be missing before the token.
Answer missing_sign(const Stop& stop) {
  const Mark& token = stop.token;
  const char last = before(stop.bytes, token.offset);
  if (stop.after_key && last == '"') return fault(token, "no colon after the key", "write \"key\": value");
  const bool value_before =
      last == '"' || last == '}' || last == ']' || (last >= '0' && last <= '9') || last == 'e' || last == 'l';
  const char sign = stop.bytes[token.offset];
  if (value_before && !stop.open.empty() && sign != ',' && sign != ':') {
    const std::size_t line_break = stop.bytes.rfind('\n', token.offset);
    const bool same_line =
        line_break == std::string_view::npos || line_break < stop.bytes.rfind(last, token.offset - 1);
    const bool may_be_quote = last == '"' && !is_sign(sign) && same_line;
    return fault(token, "no comma before this",
                 may_be_quote ? "put a comma at the end of what stands before it; a quote inside text is written \\\""
                              : "put a comma at the end of what stands before it");
  }
  if (sign == ',') return fault(token, "a comma with nothing before it", "delete the comma, or add the missing value");
  if (sign == ':') return fault(token, "a colon that follows no key", "write \"key\": value, with the key in quotes");
  return {};
}

Answer unquoted(const Stop& stop) {
  const Mark& token = stop.token;
  if (is_sign(stop.bytes[token.offset]) || stop.bytes[token.offset] == '"') return {};
  const std::string word(word_at(stop.bytes, token.offset));
  const bool in_object = !stop.open.empty() && stop.open.back().kind == Kind::object;
  if (in_object && !stop.after_key) {
    return fault(token, "a key without quotes", "write the key in double quotes, as in \"heading\": …");
  }
  return fault(token, "«" + word + "» is no value",
               "put text in double quotes; true, false and null are written in small letters");
}

Fault last_resort(const Stop& stop) {
  if (stop.open.empty()) return fault(stop.token, "the content does not begin here", "begin with { and end with }");
  const bool in_object = !stop.open.empty() && stop.open.back().kind == Kind::object;
  if (in_object && !stop.after_key) {
    return fault(stop.token, "no key where one is needed", "write \"key\": value");
  }
  return fault(stop.token, "no JSON from here on", "compare this line with its neighbours");
}

}  // namespace

Fault diagnose(const Stop& stop) {
  for (const auto rule :
       {end_of_file, within_text, number, foreign_sign, wrong_close, after_the_end, missing_sign, unquoted}) {
    if (Answer answer = rule(stop)) return *answer;
  }
  return last_resort(stop);
}

}  // namespace lacit::content::json
