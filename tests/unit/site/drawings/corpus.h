// The drawings of tests/fixtures/drawings.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace lacit::tests {

[[nodiscard]] std::filesystem::path drawings_folder();

struct NamedDrawing {
  std::string name;
  std::string bytes;
};

/// `hostile.txt`: what strangers and careless programs make.
[[nodiscard]] std::vector<NamedDrawing> hostile_drawings();
/// `programs/*.svg`: what drawing programs write.
[[nodiscard]] std::vector<NamedDrawing> program_drawings();

/// The cleaned drawing, or the error. Bitmaps in it are taken as they are.
[[nodiscard]] std::string cleaned_or_error(const std::string& bytes);

}  // namespace lacit::tests
