// The names of pictures on the disk; beside the generator's tests, since no browser has such a disk.
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "unit/site/content/fixtures.h"

namespace content = lacit::content;
namespace tests = lacit::tests;
namespace fs = std::filesystem;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A content folder on the disk, with files of its own in media/.
class Disk {
 public:
  Disk() : folder_(fs::temp_directory_path() / ("lacit-messages-" + std::to_string(getpid()))) {
    fs::remove_all(folder_);
    fs::copy(tests::fixtures() / "good", folder_, fs::copy_options::recursive);
  }
  ~Disk() { fs::remove_all(folder_); }
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;

  void put(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / "media" / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string problems() const { return tests::formatted(content::load_folder(folder_).problems); }
  [[nodiscard]] std::string warnings() const { return tests::formatted(content::load_folder(folder_).warnings); }

 private:
  fs::path folder_;
};

std::string dot() { return tests::read_bytes(tests::fixtures() / "good" / "media" / "dot.png"); }

}  // namespace

TEST_CASE(
    "11.B13: one rule for the names of all pictures, shown or not, and hidden ones are not passed over in silence") {
  const Disk disk;
  const std::string good = disk.problems();
  for (const char* name : {"ünï.png", "my photo.png", "-a.png", "a'b.png"}) disk.put(name, dot());
  for (const char* name : {".DS_Store", "._dot.png", ".gitkeep", "Thumbs.db"})
    disk.put(name, std::string("\0\5\26\7", 4));
  for (const char* name : {".hidden.png", ".trashed-1-dot.png"}) disk.put(name, dot());
  const std::string problems = disk.problems();
  CHECK(good.empty());
  for (const char* name : {"ünï.png", "my photo.png", "-a.png", "a'b.png"}) {
    CAPTURE(name);
    CHECK(has(problems, "media/" + std::string(name) + ":1:1: «" + name +
                            "» is no name of a picture; rename the file to letters, digits, -, _ and ., "));
  }
  CHECK(std::ranges::count(problems, '\n') == 4);
  const std::string warnings = disk.warnings();
  CHECK(has(warnings, "media/.hidden.png:1:1: warning: this picture is passed over, since its name begins with a dot"));
  CHECK(std::ranges::count(warnings, '\n') == 2);
}
