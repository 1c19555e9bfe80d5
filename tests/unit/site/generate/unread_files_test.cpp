// Files of a content folder that are not read. Here, since only native programs can make a pipe.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "content/load.h"
#include "unit/site/content/fixtures.h"

namespace content = lacit::content;
namespace tests = lacit::tests;

TEST_CASE("11.B13: a file that is not read is told once, with its real size") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("lacit-load-" + std::to_string(::getpid()));
  fs::remove_all(folder);
  fs::copy(tests::fixtures() / "good", folder, fs::copy_options::recursive);
  SUBCASE("too large") {
    std::ofstream(folder / "pages" / "x.json") << "{}";
    fs::resize_file(folder / "pages" / "x.json", 300UL * 1024 * 1024);
    const content::Loaded loaded = content::load_folder(folder);
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].what == "the file has 307200 KB; 8192 are the limit");
    CHECK(loaded.problems[0].mend == "share its sections out over several pages");
  }
  SUBCASE("a pipe") {
    fs::remove(folder / "site.json");
    REQUIRE(::mkfifo((folder / "site.json").c_str(), 0600) == 0);
    const content::Loaded loaded = content::load_folder(folder);
    CHECK(std::ranges::count_if(loaded.problems,
                                [](const content::Problem& each) { return each.file.ends_with("site.json"); }) == 1);
    CHECK(loaded.problems.back().what == "this is a pipe and no file");
  }
  fs::remove_all(folder);
}
