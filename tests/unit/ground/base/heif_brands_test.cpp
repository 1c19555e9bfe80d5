// Which kind of HEIF a file says that it is.
#include "base/heif_brands.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace std::string_literals;
using lacit::base::is_avif;
using lacit::base::is_heic;

namespace {

/// A file's first box, and some of the next one.
std::string file(const std::string& major, const std::vector<std::string>& others = {}) {
  std::string box = "ftyp" + major + "\0\0\0\0"s;
  for (const std::string& other : others) box += other;
  return "\0\0\0"s + static_cast<char>(box.size() + 4) + box +
         "\0\0\0\x08"
         "free"s;
}

}  // namespace

TEST_CASE("base: every brand of phones' photos is HEIC, whether it is the first one or one of the others") {
  for (const char* brand : {"heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"}) {
    CAPTURE(brand);
    CHECK(is_heic(file(brand)));
    CHECK(is_heic(file("isom", {"iso8", brand})));
    CHECK_FALSE(is_avif(file(brand)));
  }
}

TEST_CASE("base: what says that it is AVIF is no HEIC, although it names HEIF's own brand too") {
  for (const std::string& bytes : {file("avif", {"mif1"}), file("mif1", {"avif"}), file("avis", {"msf1", "heic"})}) {
    CHECK(is_avif(bytes));
    CHECK_FALSE(is_heic(bytes));
  }
}

TEST_CASE("base: a film, a brand beyond the box, a version and what is cut short make no HEIC") {
  CHECK_FALSE(is_heic(file("isom", {"mp42"})));
  CHECK_FALSE(is_heic(file("isom") + "heic"));
  CHECK_FALSE(
      is_heic("\0\0\0\x10"
              "ftypisomheic"s));
  CHECK_FALSE(is_heic(file("heic").substr(0, 12)));
  CHECK_FALSE(is_heic(""));
  CHECK_FALSE(
      is_heic("\xFF\xFF\xFF\xFF"
              "ftypisom\0\0\0\0"s));
}
