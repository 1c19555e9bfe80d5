// A value or the reason why there is none, for operations that fail in ways a caller must answer for.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace lacit::base {

/// What went wrong and how to mend it, in words for the person at the keyboard. It is carried in its parts and joined
/// only where somebody reads it.
struct Error {
  std::string what;
  std::string mend{};  ///< May be empty where nobody shows it apart: `what` says all then.
  int line = 0;        ///< In the file that it is about, from 1; 0: the file as a whole.
  int column = 0;      ///< From 1, in code points; 0 where `line` is.

  bool operator==(const Error&) const = default;

  /// `line:column: what; mend`, of which only `what` is always there.
  [[nodiscard]] std::string message() const;
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
  /// To hand on: nothing of it is lost so.
  [[nodiscard]] const Error& error() const { return std::get<Error>(state_); }
  [[nodiscard]] std::string message() const { return error().message(); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace lacit::base
