// What is wrong with a drawing, and where.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace lacit::drawings {

/// Thrown inside of the library, since it may come from deep in the tree; caught in clean.cpp.
class Fault : public std::runtime_error {
 public:
  /// `what_and_mend`: «what; mend»; `offset`: of the byte in the file.
  Fault(std::size_t offset, const std::string& what_and_mend) : std::runtime_error(what_and_mend), offset_(offset) {}
  [[nodiscard]] std::size_t offset() const { return offset_; }

 private:
  std::size_t offset_;
};

}  // namespace lacit::drawings
