#include "unit/site/drawings/corpus.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "drawings/clean.h"
#include "unit/support/paths.h"

namespace lacit::tests {

namespace fs = std::filesystem;

namespace {

base::Result<std::string> as_it_is(std::string_view base64) { return "data:image/png;base64," + std::string(base64); }

}  // namespace

fs::path drawings_folder() { return tests_folder() / "fixtures" / "drawings"; }

std::vector<NamedDrawing> hostile_drawings() {
  constexpr std::string_view mark = "=== ";
  std::ifstream stream(drawings_folder() / "hostile.txt");
  std::vector<NamedDrawing> drawings;
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with(mark)) {
      drawings.push_back({line.substr(mark.size()), ""});
    } else if (!drawings.empty()) {
      std::string& bytes = drawings.back().bytes;
      bytes += (bytes.empty() ? "" : "\n") + line;
    }
  }
  return drawings;
}

std::vector<NamedDrawing> program_drawings() {
  std::vector<NamedDrawing> drawings;
  for (const fs::directory_entry& entry : fs::directory_iterator(drawings_folder() / "programs")) {
    std::ifstream stream(entry.path(), std::ios::binary);
    drawings.push_back({entry.path().filename().string(), {std::istreambuf_iterator<char>(stream), {}}});
  }
  std::ranges::sort(drawings, {}, &NamedDrawing::name);
  return drawings;
}

std::string cleaned_or_error(const std::string& bytes) {
  auto drawing = drawings::cleaned(bytes, as_it_is);
  return drawing ? drawing.value().bytes : drawing.message();
}

}  // namespace lacit::tests
