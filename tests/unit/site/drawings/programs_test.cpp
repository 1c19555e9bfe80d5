// What drawing programs write passes, and nothing of its makers is left.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "base/ascii.h"

#include "content/text_rules.h"
#include "drawings/clean.h"
#include "unit/site/drawings/corpus.h"

namespace tests = lacit::tests;

TEST_CASE("11.B10: drawings of every program pass, without names, folders, notes or hidden layers") {
  const auto drawings = tests::program_drawings();
  CHECK(drawings.size() >= 6);
  for (const auto& [name, bytes] : drawings) {
    const std::string& file = name;  // Clang 14 captures no structured bindings (C++20 lets it).
    CAPTURE(file);
    CHECK(lacit::base::lower(bytes).find("secret") != std::string::npos);
    const std::string cleaned = tests::cleaned_or_error(bytes);
    REQUIRE_MESSAGE(cleaned.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), cleaned);
    CHECK(lacit::base::lower(cleaned).find("secret") == std::string::npos);
    for (const char* word : {"inkscape", "adobe", "sketch", "figma", "serif.com", "<!--", "<?", "<!DOCTYPE", "metadata",
                             "xmlns:", "data-", "<title", "<desc"}) {
      CAPTURE(word);
      CHECK(cleaned.find(word) == std::string::npos);
    }
    CHECK(cleaned.size() <= bytes.size());
  }
}

TEST_CASE("11.B10: cleaning a cleaned drawing changes nothing") {
  for (const auto& [name, bytes] : tests::program_drawings()) {
    const std::string& file = name;  // Clang 14 captures no structured bindings (C++20 lets it).
    CAPTURE(file);
    const std::string once = tests::cleaned_or_error(bytes);
    CHECK(tests::cleaned_or_error(once) == once);
  }
}
