// A JSON value that knows where it stands: every value and every key keeps its line and column, so that a problem found
// much later can still be shown to the editor at its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lacit::content::json {

/// Counted from 1; the column in code points, as text editors count.
struct Position {
  int line = 1;
  int column = 1;

  auto operator<=>(const Position&) const = default;
};

enum class Kind { null, boolean, number, text, list, object };

struct Member;

struct Value {
  Kind kind = Kind::null;
  Position position;
  bool boolean = false;
  double number = 0;
  std::string text;
  std::vector<Value> items;
  std::vector<Member> members;

  /// The first member with that key, or null.
  [[nodiscard]] const Member* find(std::string_view key) const;
};

struct Member {
  std::string key;
  Position position;
  Value value;
};

/// Something wrong with the JSON itself.
struct Fault {
  Position position;
  std::string pointer;  ///< RFC 6901; empty: the whole file.
  std::string what;
  std::string mend;
};

struct Parsed {
  std::optional<Value> value;  ///< None where the text could not be read to its end.
  std::vector<Fault> faults;
};

/// Content nests eight deep at most, and a gallery of 12,000 pictures with long words takes 8 MB; the limits bound time
/// and memory for files that are no content.
inline constexpr std::size_t deepest = 64;
inline constexpr std::size_t largest_file = 8UL * 1024 * 1024;

/// What is wrong with a file of so many bytes.
[[nodiscard]] Fault too_large(std::uintmax_t bytes);

/// Reads a whole text. Never throws for what stands in it.
[[nodiscard]] Parsed parse(std::string_view bytes);

/// `pointer` followed by one step, escaped by RFC 6901, section 3.
[[nodiscard]] std::string child(std::string_view pointer, std::string_view key);
[[nodiscard]] std::string child(std::string_view pointer, std::size_t index);

/// «text», «a number», … for messages.
[[nodiscard]] std::string_view kind_name(Kind kind);

}  // namespace lacit::content::json
