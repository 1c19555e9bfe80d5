// Bytes to positioned values: nlohmann/json reads, this builder keeps what its SAX events say together with the places
// that the tracker saw. Limits and UTF-8 are checked before.
#include <nlohmann/json.hpp>

#include <unordered_map>

#include "base/utf8.h"
#include "content/json.h"
#include "content/json_diagnosis.h"
#include "content/json_tracker.h"
#include "content/problem.h"

namespace lacit::content::json {
namespace {

using Library = nlohmann::json;

/// Receives nlohmann's SAX events. Pointers to open values stay good: a list grows only while its last item is closed.
class Builder {
 public:
  Builder(const Tracker& tracker, std::string_view bytes, Parsed& parsed)
      : tracker_(tracker), bytes_(bytes), parsed_(parsed) {}

  bool null() { return add(Kind::null, tracker_.word()) != nullptr; }
  bool boolean(bool yes) {
    add(Kind::boolean, tracker_.word())->boolean = yes;
    return true;
  }
  bool number_integer(Library::number_integer_t number) { return add_number(static_cast<double>(number)); }
  bool number_unsigned(Library::number_unsigned_t number) { return add_number(static_cast<double>(number)); }
  bool number_float(Library::number_float_t number, const std::string& /*as_written*/) { return add_number(number); }
  bool string(std::string& text) {
    add(Kind::text, tracker_.text())->text = std::move(text);
    return true;
  }
  static bool binary(Library::binary_t& /*bytes*/) { return false; }  // Never in a text.

  bool start_object(std::size_t /*unknown*/) { return open(Kind::object); }
  bool start_array(std::size_t /*unknown*/) { return open(Kind::list); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& text);

  bool parse_error(std::size_t /*offset*/, const std::string& /*token*/, const Library::exception& error);

  [[nodiscard]] Value take() { return std::move(root_); }

 private:
  Value* add(Kind kind, const Mark& mark);
  bool add_number(double number) {
    add(Kind::number, tracker_.word())->number = number;
    return true;
  }
  bool open(Kind kind);
  bool close();
  [[nodiscard]] std::string pointer() const;

  const Tracker& tracker_;
  std::string_view bytes_;
  Parsed& parsed_;
  Value root_;
  std::vector<Value*> open_;
  std::vector<std::unordered_map<std::string, int>> keys_;  ///< Seen on which line; one map for each of `open_`.
  bool after_key_ = false;
  bool begun_ = false;
};

Value* Builder::add(Kind kind, const Mark& mark) {
  Value* value = &root_;
  if (!open_.empty() && open_.back()->kind == Kind::list) value = &open_.back()->items.emplace_back();
  if (!open_.empty() && open_.back()->kind == Kind::object) value = &open_.back()->members.back().value;
  value->kind = kind;
  value->position = mark.position;
  after_key_ = false;
  begun_ = true;
  return value;
}

bool Builder::open(Kind kind) {
  if (open_.size() == deepest) {
    parsed_.faults.push_back({tracker_.sign().position, pointer(),
                              "brackets nest deeper than " + std::to_string(deepest) + " levels",
                              "content needs eight at most: look for a [ or { that is never closed"});
    return false;
  }
  open_.push_back(add(kind, tracker_.sign()));
  keys_.emplace_back();
  return true;
}

bool Builder::close() {
  open_.pop_back();
  keys_.pop_back();
  return true;
}

bool Builder::key(std::string& text) {
  const auto [seen, fresh] = keys_.back().try_emplace(text, tracker_.text().position.line);
  open_.back()->members.push_back({std::move(text), tracker_.text().position, {}});
  after_key_ = true;
  if (!fresh) {
    parsed_.faults.push_back({tracker_.text().position, pointer(),
                              "the key \"" + excerpt(seen->first) + "\" stands here a second time",
                              "keep one of the two, on line " + std::to_string(seen->second) + " or here"});
  }
  return true;
}

std::string Builder::pointer() const {
  std::string path;
  for (const Value* value : open_) {
    if (value->kind == Kind::list && !value->items.empty()) path = child(path, value->items.size() - 1);
    if (value->kind == Kind::object && !value->members.empty()) path = child(path, value->members.back().key);
  }
  return path;
}

/// nlohmann gives each sort of error a fixed phrase, but only numbers out of range an id of their own.
Sort sort_of(const Library::exception& error) {
  constexpr int number_out_of_range = 406;
  const std::string_view what = error.what();
  const auto says = [what](std::string_view phrase) { return what.find(phrase) != std::string_view::npos; };
  if (error.id == number_out_of_range) return Sort::too_large;
  if (says("unexpected end of input")) return Sort::end;
  if (says("invalid string")) return Sort::bad_text;
  if (says("invalid number")) return Sort::bad_number;
  if (says("invalid literal")) return Sort::bad_word;
  return Sort::unexpected;
}

/// The tracker's last token, unless that is the sign which the lexer saw while it looked for the end of a number.
Mark failed_token(const Tracker& tracker, Sort sort, std::string_view as_read) {
  if (sort == Sort::bad_text) return tracker.text();
  if (sort == Sort::bad_number || sort == Sort::bad_word || sort == Sort::too_large) return tracker.word();
  constexpr std::string_view signs = "{}[],:";
  const bool sign_is_last = tracker.token().offset == tracker.sign().offset;
  const bool stopped_at_sign = !as_read.empty() && signs.find(as_read.back()) != std::string_view::npos;
  return sign_is_last && !stopped_at_sign ? tracker.word() : tracker.token();
}

bool Builder::parse_error(std::size_t /*offset*/, const std::string& as_read, const Library::exception& error) {
  Stop stop{.bytes = bytes_, .tracker = &tracker_, .sort = sort_of(error)};
  stop.token = failed_token(tracker_, stop.sort, as_read);
  for (const Value* value : open_) stop.open.push_back({value->kind, value->position});
  stop.after_key = after_key_;
  stop.complete = begun_ && open_.empty();
  Fault fault = diagnose(stop);
  fault.pointer = pointer();
  parsed_.faults.push_back(std::move(fault));
  return false;
}

/// What must hold before any reading. Returns false where reading would make no sense.
bool check_bytes(std::string_view& bytes, Parsed& parsed) {
  if (bytes.size() > largest_file) {
    parsed.faults.push_back(too_large(bytes.size()));
    return false;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    parsed.faults.push_back(
        {{}, "", "the file begins with a byte order mark", "save it as «UTF-8», not «UTF-8 with BOM»"});
    bytes.remove_prefix(3);
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    parsed.faults.push_back({{}, "", "the file is UTF-16", "save it as «UTF-8»"});
    return false;
  }
  // nlohmann's lexer takes a NUL for the end of the text, and would not see what stands behind it.
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    parsed.faults.push_back({position_of(bytes, nul), "",
                             "byte " + std::to_string(nul + 1) + " of the file is NUL, which no text holds",
                             "save the file as «UTF-8»; if it was cut off by a crash, look for an earlier copy"});
    return false;
  }
  std::size_t bad = 0;
  if (!base::valid(bytes, &bad)) {
    parsed.faults.push_back({position_of(bytes, bad), "",
                             "byte " + std::to_string(bad + 1) + " of the file is no UTF-8",
                             "save the file as «UTF-8», then write this character anew"});
    return false;
  }
  return true;
}

}  // namespace

Fault too_large(std::uintmax_t bytes) {
  return {
      {},
      "",
      "the file has " + std::to_string(bytes / 1024) + " KB; " + std::to_string(largest_file / 1024) + " are the limit",
      "share its sections out over several pages"};
}

Parsed parse(std::string_view bytes) {
  Parsed parsed;
  if (!check_bytes(bytes, parsed)) return parsed;
  Tracker tracker;
  Builder builder(tracker, bytes, parsed);
  const TrackedIterator begin(bytes.data(), &tracker);
  const TrackedIterator end(bytes.data() + bytes.size(), &tracker);
  if (Library::sax_parse(begin, end, &builder)) parsed.value = builder.take();
  return parsed;
}

}  // namespace lacit::content::json
