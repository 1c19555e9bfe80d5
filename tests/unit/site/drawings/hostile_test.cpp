// What becomes of every hostile drawing, against a golden list. LACIT_REBASELINE=1 writes it anew: read the difference
// then. tests/pictures/hostile_drawings.test.mjs opens what passes in a browser.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>

#include "drawings/clean.h"
#include "unit/site/drawings/corpus.h"

namespace tests = lacit::tests;

TEST_CASE("11.B10: every hostile drawing is refused by name or comes out clean") {
  const auto drawings = tests::hostile_drawings();
  CHECK(drawings.size() >= 100);
  std::string outcomes;
  for (const auto& [name, bytes] : drawings) {
    const std::string outcome = tests::cleaned_or_error(bytes);
    outcomes += "=== " + name + "\n" + outcome + (outcome.ends_with('\n') ? "" : "\n");
  }
  const std::filesystem::path golden = tests::drawings_folder() / "hostile.outcomes.txt";
  if (std::getenv("LACIT_REBASELINE") != nullptr) std::ofstream(golden, std::ios::binary) << outcomes;
  std::ifstream stream(golden, std::ios::binary);
  CHECK(outcomes == std::string(std::istreambuf_iterator<char>(stream), {}));
}

TEST_CASE("11.B10: what passes holds no word that could run or load") {
  for (const auto& [name, bytes] : tests::hostile_drawings()) {
    const std::string& file = name;  // Clang 14 captures no structured bindings (C++20 lets it).
    CAPTURE(file);
    const auto drawing = lacit::drawings::cleaned(bytes);
    if (!drawing) continue;
    for (const char* word :
         {"<script", "onload", "onclick", "javascript", "evil.test", "<!", "<?", "xmlns:", "http://evil", "<a "}) {
      CAPTURE(word);
      CHECK(drawing.value().bytes.find(word) == std::string::npos);
    }
  }
}

namespace {

/// Of the processor's time: a busy machine is not the drawing's fault.
double seconds(const std::string& bytes) {
  const std::clock_t begin = std::clock();
  const bool passed = static_cast<bool>(lacit::drawings::cleaned(bytes));
  CHECK_FALSE(passed);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

/// Four times the bytes take about four times as long; what grew with their square would take sixteen times.
template <typename Drawing>
void check_growth(const Drawing& drawing, int count) {
  constexpr double most_growth = 10, least_seconds = 0.05;
  CAPTURE(drawing(1));
  const double quarter = seconds(drawing(count / 4));
  CHECK(seconds(drawing(count)) < most_growth * std::max(quarter, least_seconds));
}

}  // namespace

TEST_CASE("11.B10: a drawing made to cost time costs no more than its bytes") {
  const std::string begin = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">";
  check_growth([&](int n) { return begin + repeated("<g>", n); }, 250'000);
  check_growth([&](int n) { return begin + repeated("<g/>", n); }, 225'000);
  check_growth([&](int n) { return begin + repeated("<!--", n); }, 225'000);
  check_growth([&](int n) { return begin + repeated("&", n); }, 1'000'000);
  check_growth([&](int n) { return begin + "<style>" + repeated("/*", n); }, 500'000);
  check_growth([&](int n) { return begin + "<g style=\"" + repeated("fill:url(", n) + "\"/></svg>"; }, 100'000);
  check_growth([](int n) { return "<!DOCTYPE svg [" + repeated("<!ENTITY a \"a\">", n); }, 50'000);
  check_growth(
      [&](int n) {
        std::string chain;
        for (int i = 0; i < n; ++i) {
          chain += "<g id=\"a" + std::to_string(i) + "\"><use href=\"#a" + std::to_string(i + 1) + "\"/></g>";
        }
        return begin + chain + "</svg>";
      },
      10'000);
}
