// A value or the reason why there is none, for operations that fail in ways a caller must answer for.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace lacit::base {

/// What went wrong and how to mend it, in words for the person at the keyboard.
struct Error {
  std::string message;
};

/// Holds either a `T` or an `Error`. Reading the side that is not there throws std::bad_variant_access.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  explicit operator bool() const { return std::holds_alternative<T>(state_); }
  [[nodiscard]] const T& value() const { return std::get<T>(state_); }
  [[nodiscard]] T& value() { return std::get<T>(state_); }
  [[nodiscard]] const std::string& message() const { return std::get<Error>(state_).message; }

 private:
  std::variant<T, Error> state_;
};

}  // namespace lacit::base
