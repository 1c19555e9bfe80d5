// Walking along a text by character sets: enough for every form in the content, without the cost and the recursion of
// std::regex.
#pragma once

#include <string_view>

namespace lacit::content {

inline constexpr std::string_view digits = "0123456789";
inline constexpr std::string_view small_letters_digits = "abcdefghijklmnopqrstuvwxyz0123456789";
inline constexpr std::string_view letters_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

class Scan {
 public:
  explicit Scan(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool done() const { return rest_.empty(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }

  /// Takes the literal, if it is next.
  bool literal(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  /// Takes all that is in the set; false where nothing is.
  bool some(std::string_view set) {
    const std::size_t count = rest_.find_first_not_of(set);
    const std::size_t taken = count == std::string_view::npos ? rest_.size() : count;
    rest_.remove_prefix(taken);
    return taken > 0;
  }

  /// Takes one of the set.
  bool one(std::string_view set) {
    if (rest_.empty() || set.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// Takes words of the set joined by single separators: `a-b-c`.
  bool joined(std::string_view set, char separator) {
    do {
      if (!some(set)) return false;
    } while (one({&separator, 1}));
    return true;
  }

 private:
  std::string_view rest_;
};

}  // namespace lacit::content
