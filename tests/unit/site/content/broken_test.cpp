// Every broken fixture against its golden messages. LACIT_REBASELINE=1 writes them anew: read the difference then.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "unit/site/content/fixtures.h"

namespace tests = lacit::tests;

TEST_CASE("content: every broken fixture gives its golden problems") {
  const bool rebaseline = std::getenv("LACIT_REBASELINE") != nullptr;
  const std::vector<std::string> names = tests::broken_names();
  CHECK(names.size() >= 40);
  for (const std::string& name : names) {
    const std::string found = tests::problems_of(tests::broken(name));
    const std::filesystem::path golden = tests::fixtures() / "broken" / name / "problems.txt";
    if (rebaseline) std::ofstream(golden, std::ios::binary) << found;
    CAPTURE(name);
    CHECK_FALSE(found.empty());
    CHECK(found == tests::read_bytes(golden));
  }
}
