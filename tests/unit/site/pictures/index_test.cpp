// What a build remembers for the next one.
#include "pictures/index.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

using namespace lacit;
using pictures::Index;
using pictures::Stamp;

namespace {

namespace fs = std::filesystem;

class Cache {
 public:
  Cache() { fs::remove_all(folder); }
  ~Cache() {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
  Cache(const Cache&) = delete;
  Cache& operator=(const Cache&) = delete;

  const fs::path folder = fs::temp_directory_path() / ("lacit-index-" + std::to_string(::getpid()));
};

const Stamp stamp{.size = 10, .modified = 20, .changed = 30, .inode = 40};
const Index::File photo{.stamp = stamp, .kind = content::PictureKind::heic, .hash = "abc"};

}  // namespace

TEST_CASE("pictures: a file is known until anything about it changes") {
  const Cache cache;
  Index index(cache.folder);
  index.note("/media/IMG 1.HEIC", photo);
  index.note_verdict("abc", {"seen", "40", "30", "0", "AAAA"});
  index.save();
  const Index later(cache.folder);
  const Index::File* found = later.find("/media/IMG 1.HEIC", stamp);
  REQUIRE(found != nullptr);
  CHECK(found->kind == content::PictureKind::heic);
  CHECK(found->hash == "abc");
  REQUIRE(later.verdict("abc") != nullptr);
  CHECK(*later.verdict("abc") == pictures::Message{"seen", "40", "30", "0", "AAAA"});
  for (const Stamp& other :
       {Stamp{11, 20, 30, 40}, Stamp{10, 21, 30, 40}, Stamp{10, 20, 31, 40}, Stamp{10, 20, 30, 41}}) {
    CHECK(later.find("/media/IMG 1.HEIC", other) == nullptr);
  }
}

TEST_CASE("pictures: files that are gone are forgotten, those of other folders are not") {
  const Cache cache;
  Index index(cache.folder);
  for (const char* path : {"/a/x.jpg", "/a/y.jpg", "/b/x.jpg"}) index.note(path, photo);
  index.keep_only("/a", {"y.jpg"});
  CHECK(index.find("/a/x.jpg", stamp) == nullptr);
  CHECK(index.find("/a/y.jpg", stamp) != nullptr);
  CHECK(index.find("/b/x.jpg", stamp) != nullptr);
}

TEST_CASE("pictures: what two builds learn at once is kept") {
  const Cache cache;
  Index one(cache.folder);
  Index two(cache.folder);
  one.note("/a/x.jpg", photo);
  two.note("/b/y.jpg", photo);
  one.save();
  two.save();
  const Index later(cache.folder);
  CHECK(later.find("/a/x.jpg", stamp) != nullptr);
  CHECK(later.find("/b/y.jpg", stamp) != nullptr);
}

TEST_CASE("pictures: a damaged or old index is an empty one") {
  const Cache cache;
  fs::create_directories(cache.folder);
  for (const char* text : {"", "lacit pictures 0\nfile\t/a/x.jpg\t10\t20\t30\t40\t1\tabc\n",
                           "lacit pictures 1\nfile\t/a/x.jpg\tten\t20\t30\t40\t1\tabc\nfile\t/a/x.jpg\t10\nseen\n",
                           "lacit pictures 1\nfile\t/a/x.jpg\t10\t20\t30\t40\t99\tabc\n"}) {
    std::ofstream(cache.folder / "index") << text;
    CHECK(Index(cache.folder).find("/a/x.jpg", stamp) == nullptr);
  }
}
