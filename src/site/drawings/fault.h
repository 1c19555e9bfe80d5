// What is wrong with a drawing, and where.
#pragma once

#include <cstddef>
#include <exception>
#include <string>
#include <utility>

#include "base/result.h"

namespace lacit::drawings {

/// Thrown inside of the library, since it may come from deep in the tree; caught in clean.cpp.
class Fault : public std::exception {
 public:
  /// `offset`: of the byte in the file.
  Fault(std::size_t offset, base::Error error) : error_(std::move(error)), offset_(offset) {}
  Fault(std::size_t offset, std::string what, std::string mend)
      : Fault(offset, base::Error{std::move(what), std::move(mend)}) {}

  [[nodiscard]] const char* what() const noexcept override { return error_.what.c_str(); }
  [[nodiscard]] const base::Error& error() const { return error_; }
  [[nodiscard]] std::size_t offset() const { return offset_; }

 private:
  base::Error error_;
  std::size_t offset_;
};

}  // namespace lacit::drawings
