#include "unit/golden/golden.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "unit/site/content/fixtures.h"
#include "unit/support/paths.h"

namespace lacit::tests {
namespace {

// Cuts the first line off; a text that has ended gives a word that no line can be.
std::string next_line(std::string_view& text) {
  if (text.empty()) return "(the end)";
  const std::size_t end = text.find('\n');
  const std::string line(text.substr(0, end));
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return "\"" + line + "\"";
}

}  // namespace

std::string first_difference(std::string_view golden, std::string_view now) {
  for (int number = 1; !golden.empty() || !now.empty(); ++number) {
    const std::string before = next_line(golden);
    const std::string after = next_line(now);
    if (before == after) continue;
    return "line " + std::to_string(number) + " differs:\n  golden: " + before + "\n  now:    " + after;
  }
  return {};
}

void check_golden(const std::string& name, const std::string& now) {
  const std::filesystem::path path = tests_folder() / "golden" / name;
  if (std::getenv("LACIT_REBASELINE") != nullptr) std::ofstream(path, std::ios::binary) << now;
  const std::string difference = first_difference(read_bytes(path), now);
  CHECK_MESSAGE(difference.empty(), "tests/golden/" << name << ": " << difference
                                                    << "\nWhere that is meant, run lacit_unit with LACIT_REBASELINE=1 "
                                                       "and read the difference in git.");
}

}  // namespace lacit::tests
