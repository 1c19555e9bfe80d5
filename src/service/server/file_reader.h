// A stretch of a file, read a piece at a time while it is sent: a connection needs no more memory than a piece.
#pragma once

#include <array>
#include <memory>
#include <string_view>

#include "server/answer.h"

namespace lacit::server {

class FileReader {
 public:
  /// Null where the file is not there any more or has another size than when the site was read.
  [[nodiscard]] static std::unique_ptr<FileReader> open(const FilePart& part);
  explicit FileReader(int descriptor, const FilePart& part);
  ~FileReader();
  FileReader(const FileReader&) = delete;
  FileReader& operator=(const FileReader&) = delete;

  [[nodiscard]] bool done() const { return left_ == 0; }
  /// The next piece; valid until the one after it. Empty where the file became shorter meanwhile.
  [[nodiscard]] std::string_view next();

 private:
  int descriptor_;
  std::uint64_t at_;
  std::uint64_t left_;
  std::array<char, 64UL * 1024> piece_;
};

}  // namespace lacit::server
