#include "generate/out_folder.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

#include "generate/output.h"

namespace fs = std::filesystem;
namespace generate = lacit::generate;

namespace {

class Disk {
 public:
  Disk() { fs::create_directories(root / "content/media"); }
  ~Disk() { fs::remove_all(root); }
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;

  void put(const std::string& path) const {
    fs::create_directories((root / path).parent_path());
    std::ofstream(root / path) << "words";
  }
  [[nodiscard]] bool has(const std::string& path) const { return fs::exists(root / path); }
  [[nodiscard]] std::string refusal(const fs::path& out) const {
    const auto checked = generate::check_out(
        out, {.places = {root / "content", root / "shell.html", ""}, .folders = {root / "content/media", ""}});
    return checked ? "" : checked.message();
  }

  const fs::path root = fs::temp_directory_path() / ("lacit-out-" + std::to_string(::getpid()));
};

void build(const fs::path& out, const std::vector<std::string>& paths) {
  generate::Output output;
  for (const std::string& path : paths) output.add(path, "words");
  REQUIRE(output.write(out, ""));
}

}  // namespace

TEST_CASE("a site is not written into what it is made from, nor around it, by whatever name") {
  const Disk disk;
  fs::create_directory_symlink(disk.root / "content", disk.root / "link");
  for (const char* out : {"content", "content/", "content/media", "content/media/new", ".", "", "link", "link/media",
                          "other/../content", "shell.html"}) {
    CAPTURE(out);
    CHECK(disk.refusal(disk.root / out).find("which it is made from; name a folder of its own with --out") !=
          std::string::npos);
  }
  CHECK(disk.refusal("") == "--out is empty; name a folder for the finished site");
  CHECK(disk.refusal(disk.root / "site").empty());
  CHECK(disk.refusal(disk.root / "content-of-another").empty());
  CHECK(disk.refusal(disk.root / "content/site").empty());
}

TEST_CASE("a site is not written among somebody's files, and over an earlier one it is") {
  const Disk disk;
  disk.put("photos/a.jpg");
  CHECK(disk.refusal(disk.root / "photos").find("holds what no build put there (a.jpg)") != std::string::npos);
  disk.put("file");
  CHECK(disk.refusal(disk.root / "file").find("is no folder") != std::string::npos);
  disk.put("empty/.gitkeep");
  CHECK(disk.refusal(disk.root / "empty").empty());
  build(disk.root / "site", {"index.html"});
  CHECK(disk.refusal(disk.root / "site").empty());
}

TEST_CASE("a build takes away what the one before wrote and this one does not, and nothing else") {
  const Disk disk;
  const fs::path site = disk.root / "site";
  build(site, {"index.html", "old/index.html"});
  disk.put("site/CNAME");
  disk.put("site/assets/notes.txt");
  build(site, {"index.html", "new/index.html"});
  CHECK_FALSE(disk.has("site/old/index.html"));
  for (const char* kept : {"site/index.html", "site/new/index.html", "site/CNAME", "site/assets/notes.txt"}) {
    CAPTURE(kept);
    CHECK(disk.has(kept));
  }
}

TEST_CASE("of a build that left no list what is named by its hash goes, and nothing else") {
  const Disk disk;
  for (const char* name :
       {"forms.json", "site.0123456789ab.css", "site.0123456789ab.css.br", "photo.jpg", "a.b.c.css"}) {
    disk.put("site/assets/" + std::string(name));
  }
  build(disk.root / "site", {"index.html"});
  CHECK_FALSE(disk.has("site/assets/site.0123456789ab.css"));
  CHECK_FALSE(disk.has("site/assets/site.0123456789ab.css.br"));
  for (const char* kept : {"forms.json", "photo.jpg", "a.b.c.css"}) CHECK(disk.has("site/assets/" + std::string(kept)));
}

TEST_CASE("a list that leads out of its folder takes nothing away") {
  const Disk disk;
  const fs::path site = disk.root / "site";
  build(site, {"index.html"});
  disk.put("precious");
  std::ofstream(site / generate::files_list, std::ios::app)
      << "../precious\n"
      << (disk.root / "precious").string() << "\nassets/../../precious\n\n.\n";
  build(site, {"index.html"});
  CHECK(disk.has("precious"));
  CHECK(disk.has("site/index.html"));
}
