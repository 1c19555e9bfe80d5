// Pictures: sizes of every format and the damage that downloads and hostile files bring.
#include "content/media.h"

#include <doctest/doctest.h>

#include <string>

#include "unit/site/content/fixtures.h"

using namespace std::string_literals;
namespace content = lacit::content;
namespace tests = lacit::tests;

namespace {

/// `width x height`, or the error.
std::string measure(const std::string& name, const std::string& bytes) {
  const auto size = content::measure_picture(name, bytes);
  if (!size) return size.message();
  return std::to_string(size.value().width) + " x " + std::to_string(size.value().height);
}

std::string svg(const std::string& attributes) {
  return R"(<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" )" + attributes + "></svg>";
}

std::string file(const std::string& name) { return tests::read_bytes(tests::fixtures() / "good" / "media" / name); }

/// An extended WebP's first 30 bytes: width and height minus one in 24 bits, little endian.
std::string extended_webp() { return "RIFF\x16\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\xFF\x07\0\x37\x04\0"s; }

/// A lossless WebP's: 14 bits each, minus one.
std::string lossless_webp() { return "RIFF\x16\0\0\0WEBPVP8L\x0A\0\0\0\x2F\x02\x40\0\0\0\0\0\0\0"s; }

}  // namespace

TEST_CASE("media: sizes of bitmaps") {
  CHECK(measure("dot.png", file("dot.png")) == "3 x 2");
  CHECK(measure("dot.jpg", file("dot.jpg")) == "3 x 2");
  CHECK(measure("dot.jpeg", file("dot.jpg")) == "3 x 2");
  CHECK(measure("dot.webp", file("dot.webp")) == "3 x 2");
  CHECK(measure("dot.webp", extended_webp()) == "2048 x 1080");
  CHECK(measure("dot.webp", lossless_webp()) == "3 x 2");
}

/// The beginning of a HEIF file: its brands, and a size property, each in its box.
std::string heif(const std::string& brand, const std::string& other) {
  return "\0\0\0\x18"
         "ftyp"s +
         brand + "\0\0\0\0"s + other + "miaf" +
         "\0\0\0\x14"
         "ispe\0\0\0\0\0\0\x0F\xC0\0\0\x0B\xD0"s;
}

TEST_CASE("media: HEIC and AVIF are told apart by their brands") {
  CHECK(measure("IMG_1.HEIC", heif("heic", "mif1")) == "4032 x 3024");
  CHECK(measure("a.heif", heif("mif1", "heic")) == "4032 x 3024");
  CHECK(measure("a.avif", heif("avif", "mif1")) == "4032 x 3024");
  CHECK(measure("a.avif", heif("mif1", "avif")) == "4032 x 3024");
  CHECK(measure("a.heic", heif("avif", "mif1")).starts_with("the file is an AVIF"));
  CHECK(measure("a.jpg", heif("heic", "mif1")).ends_with("rename it to end in .heic"));
}

TEST_CASE("media: more pixels than anybody needs are refused by the header alone") {
  std::string png = file("dot.png");
  png[18] = png[22] = '\xEA';
  png[19] = png[23] = '\x60';
  CHECK(measure("a.png", png) ==
        "the picture has 60000 × 60000 pixels, 150 million in all are the limit; make it smaller");
}

TEST_CASE("media: 11.B13: a picture that is nothing but a line") {
  CHECK_FALSE(content::too_narrow(1, 1));
  CHECK_FALSE(content::too_narrow(1, 100));
  CHECK_FALSE(content::too_narrow(20'000, 200));
  CHECK(content::too_narrow(10, 20'000) ==
        lacit::base::Error{"the picture has 10 × 20000 pixels, one side may be at most 100 times as long as the other",
                           "crop it, or cut it into several"});
  CHECK(content::too_narrow(101, 1));
  CHECK(content::too_narrow(2'000'000'000, 1));
}

TEST_CASE("media: an SVG's size is that of its root") {
  CHECK(measure("a.svg", svg("viewBox=\"0 0 960 836\"")) == "960 x 836");
  CHECK(measure("a.svg", svg("")).starts_with("the SVG does not tell its size"));
  CHECK(measure("a.svg", svg("viewBox=\"0 0 60000 60000\"")).starts_with("the picture has 60000 × 60000 pixels"));
}

TEST_CASE("11.B10: an SVG that browsers could not read is told of") {
  CHECK(measure("a.svg", "\xFF\xFE<\0s\0v\0g\0"s) == "the file is in UTF-16; save it as UTF-8");
  CHECK(measure("a.svg", "\0<\0s\0v\0g"s) == "the file is in UTF-16; save it as UTF-8");
  CHECK(measure("a.svg", "\x1F\x8B\x08"s).ends_with("; save it as plain SVG"));
  CHECK(measure("a.svg", "<html><svg/></html>").starts_with("the file is text"));
}

TEST_CASE("media: what cannot be shown") {
  const std::string damaged = "the picture is damaged or cut short; export it anew";
  CHECK(measure("a.png", file("dot.jpg")) == "the file is a JPEG, but its name ends in .png; rename it to end in .jpg");
  CHECK(measure("a", file("dot.png")) == "the file is a PNG, but its name ends in ; rename it to end in .png");
  CHECK(measure("a.gif", "GIF89a") == "the file is a GIF, which stays coarse; export it as PNG or WebP");
  CHECK(measure("a.png", "") == "the file is empty; export it anew");
  CHECK(measure("a.jpg", "Hello.\n").starts_with("the file is text; export it as JPEG"));
  CHECK(measure("a.jpg", "II*\0\x08\0\0\0"s).ends_with("; export it as JPEG"));
  CHECK(measure("a.heic",
                "\0\0\0\x14"
                "ftypqt  \0\0\0\0qt  "s)
            .starts_with("the file is a film"));
  CHECK(measure("a.svg", svg("viewBox='0 0 9 9'") + std::string(content::largest_svg, ' '))
            .starts_with("the picture has 5 MB, 4 are the limit"));
  SUBCASE("every beginning of a bitmap is refused or measured, never read beyond") {
    for (const char* name : {"dot.png", "dot.jpg", "dot.webp"}) {
      const std::string whole = file(name);
      for (std::size_t length = 12; length < whole.size(); ++length) {
        const std::string found = measure(name, whole.substr(0, length));
        CHECK((found == damaged || found == "3 x 2"));
      }
    }
  }
  SUBCASE("sizes of zero or beyond 65535") {
    std::string png = file("dot.png");
    png[19] = '\0';
    CHECK(measure("a.png", png) ==
          "the picture is damaged: it says that it has no width (0 × 2 pixels); export it anew");
    png[16] = '\x7F';
    CHECK(measure("a.png", png) == damaged);
  }
}
