// Where the JSON reader is: an iterator that tells a tracker of every byte it hands out, because nlohmann's SAX events
// come without positions.
#pragma once

#include <cstddef>
#include <iterator>

#include "content/json.h"

namespace lacit::content::json {

/// A place in the bytes and in the lines.
struct Mark {
  std::size_t offset = 0;
  Position position;
};

/// Follows the bytes as the lexer takes them and remembers where each sort of token began. Three marks instead of one,
/// because the lexer reads one byte beyond a number before it reports it: the last mark may be the next token's.
class Tracker {
 public:
  void take(char byte);

  [[nodiscard]] const Mark& here() const { return here_; }    ///< The next byte.
  [[nodiscard]] const Mark& text() const { return text_; }    ///< The last opening quote.
  [[nodiscard]] const Mark& word() const { return word_; }    ///< The last number or literal.
  [[nodiscard]] const Mark& sign() const { return sign_; }    ///< The last of `{}[],:`.
  [[nodiscard]] const Mark& token() const { return token_; }  ///< The last of all.
  [[nodiscard]] bool in_text() const { return in_text_; }

 private:
  void take_in_text(char byte);
  void take_outside(char byte);
  void move_past(char byte);

  Mark here_, text_, word_, sign_, token_;
  bool in_text_ = false;
  bool escaped_ = false;
  bool in_word_ = false;
};

/// An input iterator over bytes that reports each step.
class TrackedIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TrackedIterator(const char* at, Tracker* tracker) : at_(at), tracker_(tracker) {}

  reference operator*() const { return *at_; }
  TrackedIterator& operator++() {
    tracker_->take(*at_);
    ++at_;
    return *this;
  }
  TrackedIterator operator++(int) {
    TrackedIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const TrackedIterator& other) const { return at_ == other.at_; }
  bool operator!=(const TrackedIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  Tracker* tracker_;
};

/// The place of the byte at `offset`.
[[nodiscard]] Position position_of(std::string_view bytes, std::size_t offset);

}  // namespace lacit::content::json
