// What pages name of a developed picture, and how its files get into the site.
#include "generate/pictures.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

using namespace lacit;

namespace {

namespace fs = std::filesystem;

pictures::Developed porch(std::initializer_list<int> widths) {
  pictures::Developed developed{.stem = "porch", .id = "0123456789ab", .renditions = {}};
  for (const int width : widths) {
    for (const char* format : {"avif", "webp", "jpg"}) {
      developed.renditions.push_back({.width = width, .format = format, .file = {}, .size = 1});
    }
  }
  return developed;
}

}  // namespace

TEST_CASE("pictures: the better formats first, a JPEG of at most 1920 to open") {
  const markup::Media media = generate::media_of(porch({320, 1920, 2560}));
  CHECK(media.address == "/assets/porch.0123456789ab-1920.jpg");
  CHECK(media.srcset ==
        "/assets/porch.0123456789ab-320.jpg 320w, /assets/porch.0123456789ab-1920.jpg 1920w, "
        "/assets/porch.0123456789ab-2560.jpg 2560w");
  REQUIRE(media.formats.size() == 2);
  CHECK(media.formats[0].type == "image/avif");
  CHECK(media.formats[0].srcset.starts_with("/assets/porch.0123456789ab-320.avif 320w, "));
  CHECK(media.formats[1].type == "image/webp");
  CHECK(generate::media_of(porch({90})).address == "/assets/porch.0123456789ab-90.jpg");
}

TEST_CASE("pictures: those that visitors can see, each once") {
  const content::Picture one{.file = "one.jpg"};
  const content::Picture two{.file = "two.jpg"};
  content::Page page;
  page.sections.push_back({.anchor = {}, .region = {}, .body = content::Hero{.picture = two}});
  page.sections.push_back({.anchor = {}, .region = "here", .body = content::Gallery{.pictures = {one, two}}});
  page.sections.push_back(
      {.anchor = {}, .region = "elsewhere", .body = content::Gallery{.pictures = {{.file = "three.jpg"}}}});
  CHECK(generate::shown_pictures("here", {page}) == std::vector<std::string>{"one.jpg", "two.jpg"});
}

TEST_CASE("pictures: a file that lies in the site already is left alone, others come from the cache") {
  const fs::path folder = fs::temp_directory_path() / ("lacit-output-" + std::to_string(::getpid()));
  fs::create_directories(folder / "out/assets");
  std::ofstream(folder / "source") << "picture";
  generate::Output output;
  output.add_file("assets/a.jpg", {.path = folder / "source", .size = 7});
  output.add_file("assets/b.jpg", {.path = folder / "source", .size = 7});
  std::ofstream(folder / "out/assets/a.jpg") << "as long";
  std::ofstream(folder / "out/assets/b.jpg") << "cut";
  const auto read = [&](const char* name) {
    std::string text;
    std::getline(std::ifstream(folder / "out/assets" / name), text);
    return text;
  };
  REQUIRE(output.write(folder / "out", ""));
  CHECK(read("a.jpg") == "as long");
  CHECK(read("b.jpg") == "picture");
  CHECK(output.count() == 2);
  CHECK(output.bytes() == 14);
  fs::remove_all(folder);
}
